// What `azd up` uses. Each value comes from the environment of azd: `azd env set NAME value`.
using './main.bicep'

param environmentName = readEnvironmentVariable('AZURE_ENV_NAME')
param location = readEnvironmentVariable('AZURE_LOCATION')
param deployerPrincipalId = readEnvironmentVariable('AZURE_PRINCIPAL_ID', '')
param deployerPrincipalType = readEnvironmentVariable('DEPLOYER_TYPE', 'User')

param publicAddress = readEnvironmentVariable('PUBLIC_ADDRESS', '')
param storageRedundancy = readEnvironmentVariable('STORAGE_REDUNDANCY', 'Standard_ZRS')
param alwaysReadyInstances = int(readEnvironmentVariable('ALWAYS_READY_INSTANCES', '1'))
param withAdminKey = bool(readEnvironmentVariable('WITH_ADMIN_KEY', 'true'))
param teachingPoints = json(readEnvironmentVariable('TEACHING_POINT_ACCESS', '[]'))

param mail = {
  provider: readEnvironmentVariable('MAIL_PROVIDER', 'outbox')
  from: readEnvironmentVariable('MAIL_FROM', '')
  fromName: readEnvironmentVariable('MAIL_FROM_NAME', '')
  domain: readEnvironmentVariable('MAIL_DOMAIN', '')
  domainIsVerified: bool(readEnvironmentVariable('MAIL_DOMAIN_IS_VERIFIED', 'false'))
  dataLocation: readEnvironmentVariable('MAIL_DATA_LOCATION', 'Asia Pacific')
  smtpHost: readEnvironmentVariable('SMTP_HOST', '')
  smtpPort: int(readEnvironmentVariable('SMTP_PORT', '587'))
  smtpTls: readEnvironmentVariable('SMTP_TLS', 'StartTls')
  smtpUser: readEnvironmentVariable('SMTP_USER', '')
  perMinute: int(readEnvironmentVariable('MAIL_PER_MINUTE', '0'))
  perHour: int(readEnvironmentVariable('MAIL_PER_HOUR', '0'))
}

param entra = {
  tenantId: readEnvironmentVariable('ENTRA_TENANT_ID', '')
  audience: readEnvironmentVariable('ENTRA_AUDIENCE', '')
  instance: readEnvironmentVariable('ENTRA_INSTANCE', '')
  hasClientSecret: bool(readEnvironmentVariable('ENTRA_HAS_CLIENT_SECRET', 'false'))
}

param alertRecipients = json(readEnvironmentVariable('ALERT_RECIPIENTS', '[]'))
param monthlyBudget = int(readEnvironmentVariable('MONTHLY_BUDGET', '0'))
param budgetStart = readEnvironmentVariable('BUDGET_START', '')
