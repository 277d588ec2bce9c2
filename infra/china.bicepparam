// Azure China (21Vianet): Elastic Premium instead of Flex Consumption, a mail server instead of Communication Services, no budget.
using './main.bicep'

param environmentName = readEnvironmentVariable('AZURE_ENV_NAME', 'photos')
param location = readEnvironmentVariable('AZURE_LOCATION', 'chinanorth3')
param deployerPrincipalId = readEnvironmentVariable('AZURE_PRINCIPAL_ID')

param plan = 'premium'
param premiumSku = 'EP1'
param premiumMaximumInstanceCount = 4
param siteSuffix = 'chinacloudsites.cn'

param publicAddress = readEnvironmentVariable('PUBLIC_ADDRESS')
param storageRedundancy = readEnvironmentVariable('STORAGE_REDUNDANCY', 'Standard_ZRS')
param withAdminKey = bool(readEnvironmentVariable('WITH_ADMIN_KEY', 'true'))
param teachingPoints = json(readEnvironmentVariable('TEACHING_POINT_ACCESS', '[]'))

param mail = {
  provider: 'smtp'
  from: readEnvironmentVariable('MAIL_FROM')
  fromName: '学历图像采集'
  domain: ''
  domainIsVerified: false
  dataLocation: ''
  smtpHost: readEnvironmentVariable('SMTP_HOST')
  smtpPort: 587
  smtpTls: 'StartTls'
  // Only when the secret SmtpPassword stands in the vault.
  smtpUser: readEnvironmentVariable('SMTP_USER', '')
  perMinute: 0
  perHour: 0
}

param entra = {
  tenantId: readEnvironmentVariable('ENTRA_TENANT_ID', '')
  audience: readEnvironmentVariable('ENTRA_AUDIENCE', '')
  instance: 'https://login.partner.microsoftonline.cn/'
  hasClientSecret: bool(readEnvironmentVariable('ENTRA_HAS_CLIENT_SECRET', 'false'))
}

param alertRecipients = json(readEnvironmentVariable('ALERT_RECIPIENTS'))
