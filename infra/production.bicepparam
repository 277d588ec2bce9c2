// A college's installation. What has no default here must stand in the environment of whoever deploys.
using './main.bicep'

param environmentName = readEnvironmentVariable('AZURE_ENV_NAME', 'photos')
param location = readEnvironmentVariable('AZURE_LOCATION', 'eastasia')
param deployerPrincipalId = readEnvironmentVariable('AZURE_PRINCIPAL_ID')

param publicAddress = readEnvironmentVariable('PUBLIC_ADDRESS')
param storageRedundancy = 'Standard_ZRS'
param withAdminKey = bool(readEnvironmentVariable('WITH_ADMIN_KEY', 'true'))
param teachingPoints = json(readEnvironmentVariable('TEACHING_POINT_ACCESS', '[]'))

param mail = {
  provider: 'acs'
  from: readEnvironmentVariable('MAIL_FROM')
  fromName: '学历图像采集'
  domain: readEnvironmentVariable('MAIL_DOMAIN')
  domainIsVerified: bool(readEnvironmentVariable('MAIL_DOMAIN_IS_VERIFIED', 'false'))
  dataLocation: 'Asia Pacific'
  smtpHost: ''
  smtpPort: 587
  smtpTls: 'StartTls'
  smtpUser: ''
  perMinute: 0
  perHour: 0
}

param entra = {
  tenantId: readEnvironmentVariable('ENTRA_TENANT_ID')
  audience: readEnvironmentVariable('ENTRA_AUDIENCE')
  instance: ''
  hasClientSecret: bool(readEnvironmentVariable('ENTRA_HAS_CLIENT_SECRET', 'false'))
}

param alertRecipients = json(readEnvironmentVariable('ALERT_RECIPIENTS'))
param monthlyBudget = int(readEnvironmentVariable('MONTHLY_BUDGET'))
param budgetStart = readEnvironmentVariable('BUDGET_START')
