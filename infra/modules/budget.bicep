@description('What a month may cost, in the currency of the subscription.')
param amount int

@description('The first day of the first month, such as 2026-12-01. It cannot be changed later.')
param start string

param recipients string[]

resource budget 'Microsoft.Consumption/budgets@2023-11-01' = {
  name: 'photos-month'
  properties: {
    category: 'Cost'
    amount: amount
    timeGrain: 'Monthly'
    timePeriod: {
      startDate: start
    }
    notifications: {
      spent80: {
        enabled: true
        operator: 'GreaterThanOrEqualTo'
        threshold: 80
        thresholdType: 'Actual'
        contactEmails: recipients
      }
      forecast100: {
        enabled: true
        operator: 'GreaterThanOrEqualTo'
        threshold: 100
        thresholdType: 'Forecasted'
        contactEmails: recipients
      }
    }
  }
}
