@description('Where the vault lives.')
param location string

@maxLength(24)
param name string

param tags object

// Made empty. infra/hooks/postprovision.sh makes the data keys when they are absent: no template, parameter or record of a
// deployment holds one.
resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: {
      family: 'A'
      name: 'standard'
    }
    enableRbacAuthorization: true
    enableSoftDelete: true
    // The longest there is: losing a data key loses the data that it protects.
    softDeleteRetentionInDays: 90
    enablePurgeProtection: true
    // The app has no network of its own, and reads its settings from here.
    publicNetworkAccess: 'Enabled'
  }
}

output name string = vault.name
output uri string = vault.properties.vaultUri
