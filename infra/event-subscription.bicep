// Deployed by infra/hooks/postdeploy.sh, after the app: the key of the host's blob endpoint exists only then. The key is read here, by the
// service that deploys the template: it stands in no parameter, output, file or command line.

@description('The function app whose blob trigger is called.')
param functionAppName string

@description('The system topic of the storage account.')
param topicName string

@description('The account with the container for dead letters.')
param storageAccountName string

@description('The host reads a blob into memory before it calls the app. Longer ones come in by the five-minute timer, unread.')
param largestBytes int = 67108864

resource app 'Microsoft.Web/sites@2024-04-01' existing = {
  name: functionAppName
}

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: storageAccountName
}

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' existing = {
  name: topicName
}

var blobEndpoint = 'https://${app.properties.defaultHostName}/runtime/webhooks/blobs?functionName=Host.Functions.PhotoUploaded'

resource uploads 'Microsoft.EventGrid/systemTopics/eventSubscriptions@2025-02-15' = {
  parent: topic
  name: 'uploads'
  properties: {
    eventDeliverySchema: 'EventGridSchema'
    destination: {
      endpointType: 'WebHook'
      properties: {
        endpointUrl: '${blobEndpoint}&code=${listKeys('${app.id}/host/default', '2024-04-01').systemKeys.blobs_extension}'
        maxEventsPerBatch: 1
        preferredBatchSizeInKilobytes: 64
      }
    }
    filter: {
      includedEventTypes: ['Microsoft.Storage.BlobCreated']
      subjectBeginsWith: '/blobServices/default/containers/uploads/'
      isSubjectCaseSensitive: true
      enableAdvancedFilteringOnArrays: false
      advancedFilters: [
        {
          operatorType: 'StringIn'
          key: 'data.blobType'
          values: ['BlockBlob']
        }
        {
          operatorType: 'NumberLessThan'
          key: 'data.contentLength'
          value: largestBytes
        }
      ]
    }
    // A day: longer than any restart. What is not delivered by then, the five-minute timer has received long ago.
    retryPolicy: {
      maxDeliveryAttempts: 30
      eventTimeToLiveInMinutes: 1440
    }
    deadLetterWithResourceIdentity: {
      identity: {
        type: 'SystemAssigned'
      }
      deadLetterDestination: {
        endpointType: 'StorageBlob'
        properties: {
          resourceId: account.id
          blobContainerName: 'deadletter'
        }
      }
    }
  }
}
