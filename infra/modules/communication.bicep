import { mailSettings } from '../types.bicep'

param name string

param emailServiceName string

param tags object

param mail mailSettings

@description('As whom the app sends.')
param appPrincipalId string

var ownDomain = !empty(mail.domain)
var sender = ownDomain ? split(mail.from, '@')[0] : 'DoNotReply'
// A domain that is not verified yet cannot be linked, and the whole deployment would fail.
var isLinked = !ownDomain || mail.domainIsVerified

resource emailService 'Microsoft.Communication/emailServices@2023-04-01' = {
  name: emailServiceName
  location: 'global'
  tags: tags
  properties: {
    dataLocation: mail.dataLocation
  }
}

resource domain 'Microsoft.Communication/emailServices/domains@2023-04-01' = {
  parent: emailService
  name: ownDomain ? mail.domain : 'AzureManagedDomain'
  location: 'global'
  tags: tags
  properties: {
    domainManagement: ownDomain ? 'CustomerManaged' : 'AzureManaged'
    userEngagementTracking: 'Disabled'
  }
}

// Every domain has DoNotReply. Azure refuses other names until it has raised the domain's sending limits.
resource senderName 'Microsoft.Communication/emailServices/domains/senderUsernames@2023-04-01' = if (ownDomain && mail.domainIsVerified && toLower(sender) != 'donotreply') {
  parent: domain
  name: sender
  properties: {
    username: sender
    displayName: mail.fromName
  }
}

resource communication 'Microsoft.Communication/communicationServices@2023-04-01' = {
  name: name
  location: 'global'
  tags: tags
  properties: {
    dataLocation: mail.dataLocation
    linkedDomains: isLinked ? [domain.id] : []
  }
}

// The built-in role (Communication and Email Service Owner) may also delete the service; these are the actions that sending asks for.
resource mailSender 'Microsoft.Authorization/roleDefinitions@2022-04-01' = {
  name: guid(resourceGroup().id, 'mail-sender')
  properties: {
    // Unique in the tenant.
    roleName: 'PhotoFunctions mail sender ${uniqueString(resourceGroup().id)}'
    description: 'Send mail through Azure Communication Services.'
    type: 'CustomRole'
    assignableScopes: [resourceGroup().id]
    permissions: [
      {
        actions: [
          'Microsoft.Communication/CommunicationServices/Read'
          'Microsoft.Communication/CommunicationServices/Write'
          'Microsoft.Communication/EmailServices/write'
        ]
      }
    ]
  }
}

resource appSendsMail 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(communication.id, appPrincipalId, mailSender.id)
  scope: communication
  properties: {
    description: 'app: mail sender on the communication service'
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: mailSender.id
  }
}

output endpoint string = 'https://${communication.properties.hostName}'
output from string = ownDomain ? mail.from : '${sender}@${domain.properties.fromSenderDomain}'
