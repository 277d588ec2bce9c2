@description('As whom the app and its host act.')
param appPrincipalId string

param storageAccountName string

param vaultName string

param insightsName string

@description('Object id of whoever deploys; empty: nobody.')
param deployerPrincipalId string

param deployerPrincipalType 'User' | 'Group' | 'ServicePrincipal'

@description('The deployer puts the package into the container packages: where the platform does not take it from azd.')
param deployerUploadsPackages bool

// Built-in roles, by their names in Azure. infra/roles.md says why each is needed.
var roles = {
  blobDataContributor: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
  blobDataOwner: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
  keyVaultSecretsOfficer: 'b86a8fe4-44ce-4948-aee5-eccb2c155cd7'
  keyVaultSecretsUser: '4633458b-17de-408a-b874-0445c86b69e6'
  monitoringMetricsPublisher: '3913510d-42f4-4e42-8a64-420c390055eb'
  queueDataContributor: '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
  tableDataContributor: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
}

var onStorage = [
  { role: roles.blobDataOwner, name: 'Storage Blob Data Owner' }
  { role: roles.queueDataContributor, name: 'Storage Queue Data Contributor' }
  { role: roles.tableDataContributor, name: 'Storage Table Data Contributor' }
]

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: storageAccountName

  resource blobs 'blobServices' existing = {
    name: 'default'

    resource packages 'containers' existing = {
      name: 'packages'
    }
  }
}

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' existing = {
  name: vaultName
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

resource appOnStorage 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for assignment in onStorage: {
    name: guid(account.id, appPrincipalId, assignment.role)
    scope: account
    properties: {
      description: 'app: ${assignment.name} on the storage account'
      principalId: appPrincipalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', assignment.role)
    }
  }
]

resource appReadsSecrets 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, appPrincipalId, roles.keyVaultSecretsUser)
  scope: vault
  properties: {
    description: 'app: Key Vault Secrets User on the vault'
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.keyVaultSecretsUser)
  }
}

resource appSendsTelemetry 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(insights.id, appPrincipalId, roles.monitoringMetricsPublisher)
  scope: insights
  properties: {
    description: 'app: Monitoring Metrics Publisher on Application Insights'
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.monitoringMetricsPublisher)
  }
}

resource deployerMakesSecrets 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(deployerPrincipalId)) {
  name: guid(vault.id, deployerPrincipalId, roles.keyVaultSecretsOfficer)
  scope: vault
  properties: {
    description: 'deployer: Key Vault Secrets Officer on the vault'
    principalId: deployerPrincipalId
    principalType: deployerPrincipalType
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.keyVaultSecretsOfficer)
  }
}

var deployerUploadsThere = deployerUploadsPackages && !empty(deployerPrincipalId)

resource deployerUploads 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (deployerUploadsThere) {
  name: guid(account::blobs::packages.id, deployerPrincipalId, roles.blobDataContributor)
  scope: account::blobs::packages
  properties: {
    description: 'deployer: Storage Blob Data Contributor on the container packages'
    principalId: deployerPrincipalId
    principalType: deployerPrincipalType
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.blobDataContributor)
  }
}
