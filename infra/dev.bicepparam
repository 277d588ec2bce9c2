// To try it: as cheap as can be, nobody is sent a mail.
using './main.bicep'

param environmentName = readEnvironmentVariable('AZURE_ENV_NAME', 'photos-dev')
param location = readEnvironmentVariable('AZURE_LOCATION', 'eastasia')
param deployerPrincipalId = readEnvironmentVariable('AZURE_PRINCIPAL_ID')

param storageRedundancy = 'Standard_LRS'
param alwaysReadyInstances = 0
param deletedDataDays = 1
param logRetentionDays = 30
param logDailyCapGb = 1

param mail = {
  provider: 'outbox'
  from: ''
  fromName: ''
  domain: ''
  domainIsVerified: false
  dataLocation: ''
  smtpHost: ''
  smtpPort: 587
  smtpTls: 'StartTls'
  smtpUser: ''
  perMinute: 0
  perHour: 0
}

param entra = {
  tenantId: ''
  audience: ''
  instance: ''
  hasClientSecret: false
}
