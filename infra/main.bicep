targetScope = 'subscription'

import { entraSettings, mailSettings, teachingPointAccess } from './types.bicep'

@minLength(1)
@maxLength(40)
@description('Name of this installation, such as photos-prod. Names of resources are made of it.')
param environmentName string

@minLength(1)
@description('The region. docs/operations.md says what must be offered there.')
param location string

@description('flex: Flex Consumption. premium: Elastic Premium, where Flex Consumption is not offered.')
param plan 'flex' | 'premium' = 'flex'

@description('flex: memory of an instance, in MB. docs/decisions/0028 has the arithmetic.')
param instanceMemoryMB 512 | 2048 | 4096 = 2048

@minValue(40)
@maxValue(1000)
@description('flex: the most instances at once.')
param maximumInstanceCount int = 40

@minValue(0)
@maxValue(20)
@description('flex: instances that wait for photos, and are paid for while they wait.')
param alwaysReadyInstances int = 1

@minValue(1)
@maxValue(1000)
@description('flex: requests that an instance answers at once before another is started.')
param requestsPerInstance int = 16

@description('premium: size of an instance.')
param premiumSku 'EP1' | 'EP2' | 'EP3' = 'EP1'

@minValue(1)
@maxValue(100)
@description('premium: the most instances at once.')
param premiumMaximumInstanceCount int = 4

@description('How the platform ends the names of apps: chinacloudsites.cn in Azure China.')
param siteSuffix string = 'azurewebsites.net'

@description('Where people reach the app, such as https://photos.college.example/. Empty: the name that the platform gives it.')
param publicAddress string = ''

@description('How many copies of the data there are, and where.')
param storageRedundancy 'Standard_LRS' | 'Standard_ZRS' | 'Standard_GRS' | 'Standard_GZRS' = 'Standard_ZRS'

@minValue(1)
@maxValue(7)
@description('For how many days what was deleted can be brought back. Personal data lingers that long after an erasure, and the records of erasures reckon with seven.')
param deletedDataDays int = 7

@description('Identities that put photos straight into the inbox of a teaching point. Most teaching points need none: they use the pages.')
param teachingPoints teachingPointAccess[] = []

@description('How the app sends mail.')
param mail mailSettings

@description('The tenant whose administrators sign in. Without a tenant, access keys only.')
param entra entraSettings

@description('The first administrator signs in with the secret AdminKey of the vault. False once others have keys.')
param withAdminKey bool = true

@description('Object id of whoever deploys: may make secrets in the vault. Empty: nobody is given that.')
param deployerPrincipalId string = ''

param deployerPrincipalType 'User' | 'Group' | 'ServicePrincipal' = 'User'

@minValue(30)
@maxValue(730)
@description('For how many days logs and metrics are kept.')
param logRetentionDays int = 90

@description('Gigabytes of logs a day, after which nothing more is taken in, and alerts see nothing; -1: no limit.')
param logDailyCapGb int = 5

@description('Who is told when something is wrong. Empty: nobody; the alerts are seen in the portal only.')
param alertRecipients string[] = []

@minValue(0)
@description('What a month may cost before somebody is told, in the currency of the subscription; 0: no budget.')
param monthlyBudget int = 0

@description('The first day of the first month of the budget, such as 2026-12-01. It cannot be changed later.')
param budgetStart string = ''

var token = uniqueString(subscription().id, environmentName, location)
var tags = { 'azd-env-name': environmentName }
var appName = 'func-photos-${token}'
var appAddress = 'https://${appName}.${siteSuffix}/'
var address = empty(publicAddress) ? appAddress : publicAddress
// https: and an empty part and the host.
var pageOrigin = join(take(split(address, '/'), 3), '/')

resource group 'Microsoft.Resources/resourceGroups@2024-03-01' = {
  name: 'rg-${environmentName}'
  location: location
  tags: tags
}

module identity 'modules/identity.bicep' = {
  scope: group
  params: {
    location: location
    name: 'id-photos-${token}'
    tags: tags
  }
}

module storage 'modules/storage.bicep' = {
  scope: group
  params: {
    location: location
    name: 'stphoto${token}'
    tags: tags
    redundancy: storageRedundancy
    pageOrigin: pageOrigin
    deletedDataDays: deletedDataDays
  }
}

module vault 'modules/key-vault.bicep' = {
  scope: group
  params: {
    location: location
    name: 'kv-photo-${token}'
    tags: tags
  }
}

module monitoring 'modules/monitoring.bicep' = {
  scope: group
  params: {
    location: location
    workspaceName: 'log-photos-${token}'
    insightsName: 'appi-photos-${token}'
    tags: tags
    retentionDays: logRetentionDays
    dailyCapGb: logDailyCapGb
  }
}

module communication 'modules/communication.bicep' = if (mail.provider == 'acs') {
  scope: group
  params: {
    name: 'acs-photos-${token}'
    emailServiceName: 'email-photos-${token}'
    tags: tags
    mail: mail
    appPrincipalId: identity.outputs.principalId
  }
}

module roles 'modules/roles.bicep' = {
  scope: group
  params: {
    appPrincipalId: identity.outputs.principalId
    storageAccountName: storage.outputs.name
    vaultName: vault.outputs.name
    insightsName: monitoring.outputs.insightsName
    deployerPrincipalId: deployerPrincipalId
    deployerPrincipalType: deployerPrincipalType
    deployerUploadsPackages: plan == 'premium'
  }
}

module access 'modules/teaching-point-access.bicep' = if (!empty(teachingPoints)) {
  scope: group
  params: {
    storageAccountName: storage.outputs.name
    teachingPoints: teachingPoints
  }
}

// A setting is left out where its secret may be absent: the app would read the reference itself as the value.
var secret = {
  IndexKey: '@Microsoft.KeyVault(SecretUri=${vault.outputs.uri}secrets/IndexKey)'
  EncryptionKeys: '@Microsoft.KeyVault(SecretUri=${vault.outputs.uri}secrets/EncryptionKeys)'
  LinkKeys: '@Microsoft.KeyVault(SecretUri=${vault.outputs.uri}secrets/LinkKeys)'
}
var adminSettings = withAdminKey ? { AdminKey: '@Microsoft.KeyVault(SecretUri=${vault.outputs.uri}secrets/AdminKey)' } : {}
var entraAppSettings = empty(entra.tenantId)
  ? {}
  : union(
      {
        EntraTenantId: entra.tenantId
        EntraAudience: entra.audience
      },
      empty(entra.instance) ? {} : { EntraInstance: entra.instance },
      entra.hasClientSecret ? { EntraClientSecret: '@Microsoft.KeyVault(SecretUri=${vault.outputs.uri}secrets/EntraClientSecret)' } : {}
    )
// An Azure-managed domain sends 5 mails a minute and 10 an hour, and never more. A domain of one's own begins with what the app knows.
var isManagedDomain = mail.provider == 'acs' && empty(mail.domain)
var perMinute = mail.perMinute > 0 ? mail.perMinute : isManagedDomain ? 5 : 0
var perHour = mail.perHour > 0 ? mail.perHour : isManagedDomain ? 10 : 0
var mailAppSettings = union(
  { MailProvider: mail.provider },
  empty(mail.fromName) ? {} : { MailFromName: mail.fromName },
  mail.provider == 'acs'
    ? {
        MailFrom: communication!.outputs.from
        AcsEndpoint: communication!.outputs.endpoint
      }
    : {},
  mail.provider == 'smtp'
    ? {
        MailFrom: mail.from
        SmtpHost: mail.smtpHost
        SmtpPort: string(mail.smtpPort)
        SmtpTls: mail.smtpTls
      }
    : {},
  mail.provider == 'smtp' && !empty(mail.smtpUser)
    ? {
        SmtpUser: mail.smtpUser
        SmtpPassword: '@Microsoft.KeyVault(SecretUri=${vault.outputs.uri}secrets/SmtpPassword)'
      }
    : {},
  perMinute > 0 ? { MailPerMinute: string(perMinute) } : {},
  perHour > 0 ? { MailPerHour: string(perHour) } : {}
)

module app 'modules/function-app.bicep' = {
  scope: group
  params: {
    location: location
    name: appName
    planName: 'plan-photos-${token}'
    tags: tags
    plan: plan
    instanceMemoryMB: instanceMemoryMB
    maximumInstanceCount: maximumInstanceCount
    alwaysReadyInstances: alwaysReadyInstances
    requestsPerInstance: requestsPerInstance
    premiumSku: premiumSku
    premiumMaximumInstanceCount: premiumMaximumInstanceCount
    identity: {
      id: identity.outputs.id
      clientId: identity.outputs.clientId
    }
    storageAccountName: storage.outputs.name
    insightsName: monitoring.outputs.insightsName
    appSettings: union({ PublicAddress: address }, secret, adminSettings, entraAppSettings, mailAppSettings)
  }
  // The platform fetches the package, and the app its secrets, as this identity.
  dependsOn: [roles]
}

module eventGrid 'modules/event-grid.bicep' = {
  scope: group
  params: {
    location: location
    name: 'evgt-photos-${token}'
    tags: tags
    storageAccountName: storage.outputs.name
  }
}

module alerts 'modules/alerts.bicep' = {
  scope: group
  params: {
    location: location
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
    topicId: eventGrid.outputs.id
    topicName: eventGrid.outputs.name
    recipients: alertRecipients
  }
}

module budget 'modules/budget.bicep' = if (monthlyBudget > 0 && !empty(budgetStart) && !empty(alertRecipients)) {
  scope: group
  params: {
    amount: monthlyBudget
    start: budgetStart
    recipients: alertRecipients
  }
}

// What the hooks, and whoever looks after it, need to know. azd keeps them in the environment.
output AZURE_RESOURCE_GROUP string = group.name
output AZURE_STORAGE_ACCOUNT string = storage.outputs.name
output AZURE_KEY_VAULT string = vault.outputs.name
output AZURE_FUNCTION_APP string = app.outputs.name
output AZURE_FUNCTION_APP_ID string = app.outputs.id
output AZURE_EVENT_TOPIC string = eventGrid.outputs.name
output APP_ADDRESS string = 'https://${app.outputs.hostName}/'
output APP_PLAN string = plan
output APP_HAS_ADMIN_SETTING bool = withAdminKey
