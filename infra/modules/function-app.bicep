@description('Where the app runs.')
param location string

param name string

param planName string

param tags object

@description('flex: Flex Consumption. premium: Elastic Premium, where Flex Consumption is not offered.')
param plan 'flex' | 'premium'

@description('flex: memory of an instance. 2048 comes with one core, 4096 with two, 512 with a quarter.')
param instanceMemoryMB 512 | 2048 | 4096

@minValue(40)
@maxValue(1000)
@description('flex: the most instances at once.')
param maximumInstanceCount int

@minValue(0)
@description('flex: instances that wait for photos.')
param alwaysReadyInstances int

@minValue(1)
@maxValue(1000)
@description('flex: requests that an instance answers at once before another is started.')
param requestsPerInstance int

param premiumSku 'EP1' | 'EP2' | 'EP3'

@minValue(1)
@maxValue(100)
@description('premium: the most instances at once.')
param premiumMaximumInstanceCount int

@description('The user-assigned identity of the app.')
param identity { id: string, clientId: string }

param storageAccountName string

param insightsName string

@description('Settings of the app itself; those of the host are added here.')
param appSettings object

var isFlex = plan == 'flex'

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: storageAccountName
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

var packages = '${account.properties.primaryEndpoints.blob}packages'

resource serverFarm 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: planName
  location: location
  tags: tags
  kind: isFlex ? 'functionapp' : 'elastic'
  sku: isFlex
    ? {
        name: 'FC1'
        tier: 'FlexConsumption'
      }
    : {
        name: premiumSku
        tier: 'ElasticPremium'
      }
  properties: isFlex
    ? {
        reserved: true
      }
    : {
        reserved: true
        elasticScaleEnabled: true
        maximumElasticWorkerCount: premiumMaximumInstanceCount
      }
}

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: name
  location: location
  // azd finds the service of azure.yaml by this tag.
  tags: union(tags, { 'azd-service-name': 'app' })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identity.id}': {}
    }
  }
  properties: {
    serverFarmId: serverFarm.id
    httpsOnly: true
    keyVaultReferenceIdentity: identity.id
    siteConfig: union(
      {
        http20Enabled: true
        minTlsVersion: '1.2'
      },
      isFlex
        ? {}
        : {
            // A custom handler brings its own runtime: the platform adds none.
            linuxFxVersion: ''
            ftpsState: 'Disabled'
            minimumElasticInstanceCount: 1
            functionAppScaleLimit: premiumMaximumInstanceCount
          }
    )
    functionAppConfig: isFlex
      ? {
          runtime: {
            name: 'custom'
            version: '1.0'
          }
          scaleAndConcurrency: {
            instanceMemoryMB: instanceMemoryMB
            maximumInstanceCount: maximumInstanceCount
            alwaysReady: alwaysReadyInstances > 0
              ? [
                  {
                    name: 'blob'
                    instanceCount: alwaysReadyInstances
                  }
                ]
              : []
            triggers: {
              http: {
                perInstanceConcurrency: requestsPerInstance
              }
            }
          }
          deployment: {
            storage: {
              type: 'blobContainer'
              value: packages
              authentication: {
                type: 'UserAssignedIdentity'
                userAssignedIdentityResourceId: identity.id
              }
            }
          }
        }
      : null
  }

  resource settings 'config' = {
    name: 'appsettings'
    properties: union(
      {
        AzureWebJobsStorage__blobServiceUri: account.properties.primaryEndpoints.blob
        AzureWebJobsStorage__queueServiceUri: account.properties.primaryEndpoints.queue
        AzureWebJobsStorage__tableServiceUri: account.properties.primaryEndpoints.table
        AzureWebJobsStorage__credential: 'managedidentity'
        AzureWebJobsStorage__clientId: identity.clientId
        // What asks for the app's identity without naming one gets this one.
        AZURE_CLIENT_ID: identity.clientId
        APPLICATIONINSIGHTS_CONNECTION_STRING: insights.properties.ConnectionString
        APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identity.clientId};Authorization=AAD'
        MALLOC_ARENA_MAX: '2'
      },
      // Flex Consumption refuses these, and says the same by functionAppConfig.
      isFlex
        ? {}
        : {
            FUNCTIONS_EXTENSION_VERSION: '~4'
            FUNCTIONS_WORKER_RUNTIME: 'custom'
            WEBSITE_RUN_FROM_PACKAGE: '${packages}/app.zip'
            WEBSITE_RUN_FROM_PACKAGE_BLOB_MI_RESOURCE_ID: identity.id
          },
      appSettings
    )
  }

  // Packages come in with Entra tokens: no user names and passwords for FTP and Git.
  resource ftp 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: {
      allow: false
    }
  }

  resource scm 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: {
      allow: false
    }
  }
}

output name string = app.name
output id string = app.id
output hostName string = app.properties.defaultHostName
