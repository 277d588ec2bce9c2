@export()
@description('An Entra identity that may put photos into the inbox of one teaching point by itself, without a link for each.')
type teachingPointAccess = {
  @description('Object id of the user, group or service principal.')
  principalId: string

  @description('What the object id names.')
  principalType: 'User' | 'Group' | 'ServicePrincipal'

  @minLength(1)
  @maxLength(32)
  @description('Code of the cohort: letters, digits, - and _.')
  cohort: string

  @minLength(1)
  @maxLength(32)
  @description('Code of the teaching point: letters, digits, - and _.')
  teachingPoint: string
}

@export()
@description('How the app sends mail. What a provider does not need is left empty.')
type mailSettings = {
  @description('outbox: mails are files in the container mail, sent to nobody. acs: Azure Communication Services. smtp: a mail server.')
  provider: 'outbox' | 'acs' | 'smtp'

  @description('The sender. With acs and no domain of your own, empty: the address of the Azure-managed domain.')
  from: string

  @description('The name that readers see as the sender.')
  fromName: string

  @description('acs: a domain of your own, such as mail.college.example. Empty: an Azure-managed domain.')
  domain: string

  @description('acs: the DNS records of that domain stand and Azure has verified them. Only then can it be linked.')
  domainIsVerified: bool

  @description('acs: where mails are kept while they are sent.')
  dataLocation: string

  @description('smtp: the mail server.')
  smtpHost: string

  @description('smtp: 587 for StartTls, 465 for Implicit.')
  smtpPort: int

  smtpTls: 'StartTls' | 'Implicit'

  @description('smtp: the user. Its password is the secret SmtpPassword, put into the vault by hand.')
  smtpUser: string

  @description('Mails a minute; 0: what is usual at the provider.')
  perMinute: int

  @description('Mails an hour; 0: what is usual at the provider.')
  perHour: int
}

@export()
@description('The tenant whose administrators sign in. Without a tenant, access keys only.')
type entraSettings = {
  tenantId: string

  @description('Id of the app registration.')
  audience: string

  @description('Empty: that of Azure public.')
  instance: string

  @description('The secret EntraClientSecret stands in the vault: administrators sign in at the pages, too.')
  hasClientSecret: bool
}
