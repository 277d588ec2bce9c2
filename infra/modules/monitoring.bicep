@description('Where logs and metrics are kept.')
param location string

param workspaceName string

param insightsName string

param tags object

@minValue(30)
@maxValue(730)
param retentionDays int

@description('Gigabytes a day, after which nothing more is taken in, and alerts see nothing; -1: no limit.')
param dailyCapGb int

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: workspaceName
  location: location
  tags: tags
  properties: {
    sku: {
      name: 'PerGB2018'
    }
    retentionInDays: retentionDays
    workspaceCapping: {
      dailyQuotaGb: dailyCapGb
    }
    features: {
      // The host's request log holds the links of students: only roles of the workspace itself open it.
      enableLogAccessUsingOnlyResourcePermissions: false
    }
  }
}

// No diagnostic settings on the storage account: its log would hold the names of uploads, which are ID numbers.
resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: insightsName
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
    IngestionMode: 'LogAnalytics'
    DisableIpMasking: false
    // App and host send as the app's identity. Nobody else puts lines into these logs.
    DisableLocalAuth: true
  }
}

output workspaceId string = workspace.id
output insightsName string = insights.name
