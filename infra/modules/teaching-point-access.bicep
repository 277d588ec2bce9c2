import { teachingPointAccess } from '../types.bicep'

param storageAccountName string

@description('Who may put photos into the inbox of which teaching point.')
param teachingPoints teachingPointAccess[]

var writeAction = 'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/write'
var addAction = 'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/add/action'
var containerName = 'Microsoft.Storage/storageAccounts/blobServices/containers:name'
var blobPath = 'Microsoft.Storage/storageAccounts/blobServices/containers/blobs:path'

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: storageAccountName

  resource blobs 'blobServices' existing = {
    name: 'default'

    resource uploads 'containers' existing = {
      name: 'uploads'
    }
  }
}

// No built-in role writes without reading and deleting: whoever puts photos in has no business with those of others.
resource uploader 'Microsoft.Authorization/roleDefinitions@2022-04-01' = {
  name: guid(resourceGroup().id, 'uploader')
  properties: {
    // Unique in the tenant.
    roleName: 'PhotoFunctions uploader ${uniqueString(resourceGroup().id)}'
    description: 'Write blobs. Neither read, list nor delete them.'
    type: 'CustomRole'
    assignableScopes: [resourceGroup().id]
    permissions: [
      {
        actions: []
        dataActions: [
          writeAction
          addAction
        ]
      }
    ]
  }
}

// A code with a quote or a slash in it would change what the condition says.
var signs = ['\'', '/', '\\', '*', '?', '@', '{', '}', '(', ')', ' ']
var places = [
  for access in teachingPoints: empty(filter(signs, sign => contains('${access.cohort}${access.teachingPoint}', sign)))
    ? '${access.cohort}/${access.teachingPoint}/'
    : fail('Expected letters, digits, - and _ for the codes of a cohort and a teaching point.')
]

var isOther = '!(ActionMatches{\'${writeAction}\'}) AND !(ActionMatches{\'${addAction}\'})'
var isInbox = '@Resource[${containerName}] StringEquals \'uploads\''

resource teachingPointUploads 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (access, i) in teachingPoints: {
    name: guid(account::blobs::uploads.id, access.principalId, access.cohort, access.teachingPoint)
    scope: account::blobs::uploads
    properties: {
      description: 'teaching point: uploader below uploads/${places[i]}'
      principalId: access.principalId
      principalType: access.principalType
      roleDefinitionId: uploader.id
      conditionVersion: '2.0'
      condition: '((${isOther}) OR (${isInbox} AND @Resource[${blobPath}] StringStartsWith \'${places[i]}\'))'
    }
  }
]
