@description('Where the rules live: beside the workspace.')
param location string

param tags object

param workspaceId string

@description('The system topic of the storage account.')
param topicId string

param topicName string

@description('Who is told, by mail.')
param recipients string[]

// Each query answers with a row when something is wrong. docs/operations.md says, by the same names, what to do then. Requests are those
// that the app tells (POST UploadReconciliationDue, or a photo's), not the host's.
var queries = [
  {
    name: 'app-is-silent'
    severity: 1
    window: 'PT30M'
    every: 'PT10M'
    text: 'The timer that runs every five minutes has not ended well for half an hour.'
    query: 'AppRequests | where Name has "UploadReconciliationDue" and Success == true | summarize Rounds = count() | where Rounds == 0'
  }
  {
    name: 'uploads-wait'
    severity: 1
    window: 'PT15M'
    every: 'PT5M'
    text: 'An upload waited for its outcome for more than 15 minutes, or still waits.'
    query: 'AppMetrics | where Name in ("photofunctions.inbox.age", "photofunctions.photo.wait") | where coalesce(Max, Sum) > 900'
  }
  {
    name: 'uploads-failed'
    severity: 2
    window: 'PT15M'
    every: 'PT5M'
    text: 'An upload failed five times and came to the queue webjobs-blobtrigger-poison.'
    query: 'AppRequests | where Name has "PhotoUploadPoisoned" or tostring(Properties["photofunctions.door"]) == "PhotoUploadPoisoned"'
  }
  {
    name: 'trigger-missed-uploads'
    severity: 3
    window: 'PT1H'
    every: 'PT1H'
    text: 'The five-minute timer received uploads that the trigger had missed.'
    query: 'AppMetrics | where Name == "photofunctions.reconciled" | summarize Uploads = sum(Sum) | where Uploads > 0'
  }
  {
    name: 'backup-is-late'
    severity: 2
    window: 'PT6H'
    every: 'PT1H'
    text: 'The newest complete backup of the tables is older than 36 hours, or there is none.'
    query: 'AppTraces | where Message has "The newest complete backup is"'
  }
  {
    name: 'mails-fail'
    severity: 2
    window: 'PT1H'
    every: 'PT1H'
    text: 'Mails were refused, or nobody knows whether they were sent.'
    query: 'AppMetrics | where Name == "photofunctions.mails" and tostring(Properties.outcome) in ("failed", "unknown") | where Sum > 0'
  }
  {
    name: 'mails-wait'
    severity: 2
    window: 'PT3H'
    every: 'PT1H'
    text: 'The provider has taken no mail for three hours, though some were offered.'
    query: '''AppMetrics
| where Name == "photofunctions.mails"
| extend Outcome = tostring(Properties.outcome)
| summarize Taken = sumif(Sum, Outcome == "sent"), Refused = sumif(Sum, Outcome == "postponed")
| where Taken == 0 and Refused > 0'''
  }
]

var hasRecipients = !empty(recipients)

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = if (hasRecipients) {
  name: 'photos-people'
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: 'photos'
    emailReceivers: [
      for (recipient, i) in recipients: {
        name: 'recipient-${i + 1}'
        emailAddress: recipient
        useCommonAlertSchema: true
      }
    ]
  }
}

resource rules 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for rule in queries: {
    name: 'photos-${rule.name}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: 'photos: ${rule.name}'
      description: rule.text
      enabled: true
      severity: rule.severity
      scopes: [workspaceId]
      windowSize: rule.window
      evaluationFrequency: rule.every
      autoMitigate: true
      // The tables are filled only when the app has run.
      skipQueryValidation: true
      criteria: {
        allOf: [
          {
            query: rule.query
            timeAggregation: 'Count'
            operator: 'GreaterThan'
            threshold: 0
            failingPeriods: {
              numberOfEvaluationPeriods: 1
              minFailingPeriodsToAlert: 1
            }
          }
        ]
      }
      actions: {
        actionGroups: hasRecipients ? [people.id] : []
      }
    }
  }
]

resource deadLetters 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'photos-events-undelivered'
  location: 'global'
  tags: tags
  properties: {
    description: 'Event Grid gave up telling the app about uploads; ${topicName} put the events into the container deadletter.'
    enabled: true
    severity: 3
    scopes: [topicId]
    windowSize: 'PT1H'
    evaluationFrequency: 'PT15M'
    autoMitigate: true
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'dead letters'
          metricNamespace: 'Microsoft.EventGrid/systemTopics'
          metricName: 'DeadLetteredCount'
          timeAggregation: 'Total'
          operator: 'GreaterThan'
          threshold: 0
        }
      ]
    }
    actions: hasRecipients
      ? [
          {
            actionGroupId: people.id
          }
        ]
      : []
  }
}
