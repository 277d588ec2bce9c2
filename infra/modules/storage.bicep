@description('Where the account lives.')
param location string

@maxLength(24)
param name string

param tags object

@description('How many copies there are, and where.')
param redundancy 'Standard_LRS' | 'Standard_ZRS' | 'Standard_GRS' | 'Standard_GZRS'

@description('Origin of the pages that upload photos, such as https://photos.college.example, without a slash at the end.')
param pageOrigin string

@minValue(1)
@maxValue(7)
@description('For how many days what was deleted can be brought back. Personal data lingers that long after an erasure, and the records of erasures reckon with seven.')
param deletedDataDays int

// Every container of the app, and packages, from which the platform takes the app itself. azure-webjobs-* are made by the host.
var containerNames = [
  'audit-roots'
  'backups'
  'deadletter'
  'glances'
  'keys'
  'mail'
  'originals'
  'packages'
  'photos'
  'quarantine'
  'uploads'
]

// Days for which nobody can change or delete what was written. The seals of the audit trail: three years (1,098 days).
var writeOnce = [
  { container: 'audit-roots', days: 1098 }
  { container: 'backups', days: 14 }
]

// Dead letters name blobs, and those names are ID numbers; the five-minute timer has received those uploads long before.
var deletedAfter = [
  { container: 'backups', days: 30 }
  { container: 'deadletter', days: 7 }
]

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: {
    name: redundancy
  }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    // Links are signed with a user delegation key; nothing needs the account's own.
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    // Browsers put photos straight into the inbox, from wherever the teaching points are.
    publicNetworkAccess: 'Enabled'
    networkAcls: {
      bypass: 'AzureServices'
      defaultAction: 'Allow'
    }
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2024-01-01' = {
  parent: account
  name: 'default'
  properties: {
    // No versions and no change feed: they would keep what was erased.
    isVersioningEnabled: false
    changeFeed: {
      enabled: false
    }
    deleteRetentionPolicy: {
      enabled: true
      days: deletedDataDays
      allowPermanentDelete: false
    }
    containerDeleteRetentionPolicy: {
      enabled: true
      days: deletedDataDays
    }
    cors: {
      corsRules: [
        {
          allowedOrigins: [pageOrigin]
          allowedMethods: ['PUT']
          allowedHeaders: ['x-ms-blob-type', 'content-type']
          exposedHeaders: ['etag', 'x-ms-error-code']
          maxAgeInSeconds: 3600
        }
      ]
    }
  }
}

resource containers 'Microsoft.Storage/storageAccounts/blobServices/containers@2024-01-01' = [
  for container in containerNames: {
    parent: blobs
    name: container
    properties: {
      publicAccess: 'None'
    }
  }
]

// A template cannot lock a policy; infra/README.md says how, and when.
resource policies 'Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies@2024-01-01' = [
  for policy in writeOnce: {
    parent: containers[indexOf(containerNames, policy.container)]
    name: 'default'
    properties: {
      immutabilityPeriodSinceCreationInDays: policy.days
      allowProtectedAppendWrites: false
      allowProtectedAppendWritesAll: false
    }
  }
]

resource lifecycle 'Microsoft.Storage/storageAccounts/managementPolicies@2024-01-01' = {
  parent: account
  name: 'default'
  properties: {
    policy: {
      rules: [
        for rule in deletedAfter: {
          name: 'delete-${rule.container}'
          enabled: true
          type: 'Lifecycle'
          definition: {
            filters: {
              blobTypes: ['blockBlob']
              prefixMatch: ['${rule.container}/']
            }
            actions: {
              baseBlob: {
                delete: {
                  daysAfterModificationGreaterThan: rule.days
                }
              }
            }
          }
        }
      ]
    }
  }
  dependsOn: [blobs]
}

output name string = account.name
output id string = account.id
