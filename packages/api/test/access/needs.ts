/**
 * Who may use which field: the permission table of the specification, written down a second time and independently of
 * the doors. A field of the schema that does not stand here fails the test, so a new feature adds its lines.
 */

/**
 * What somebody must have or be. A permission is for staff and keys; with `/contact` the portal's people pass without it,
 * with `/person` whoever has a sign-in, and of two permissions one is enough. `PERSON`: has a sign-in, so no key. `ALL_CUSTOMERS`: no switch, no limited key.
 */
export type Need =
  | Permission
  | `${Permission}/contact`
  | `${Permission}/person`
  | 'TIME_WRITE/BILLING_WRITE'
  | 'STAFF'
  | 'CONTACT'
  | 'PERSON'
  | 'ALL_CUSTOMERS'

export type Permission =
  | 'API_KEYS_WRITE'
  | 'AUDIT_READ'
  | 'BILLING_READ'
  | 'BILLING_WRITE'
  | 'CONTRACTS_READ'
  | 'CONTRACTS_WRITE'
  | 'CUSTOMERS_READ'
  | 'CUSTOMERS_WRITE'
  | 'ORGANIZATION_WRITE'
  | 'PLANS_READ'
  | 'PLANS_WRITE'
  | 'TICKETS_READ'
  | 'TICKETS_WRITE'
  | 'TIME_WRITE'

const nothing: Need[] = []
const reader: Need[] = ['CUSTOMERS_READ/contact']
const staffReader: Need[] = ['STAFF', 'CUSTOMERS_READ']
const writer: Need[] = ['CUSTOMERS_WRITE']
const staffWriter: Need[] = ['STAFF', 'CUSTOMERS_WRITE']
const assetReader: Need[] = ['CUSTOMERS_READ']
const planReader: Need[] = ['PLANS_READ']
/** The row policy says which contracts a contact sees. */
const contractReader: Need[] = ['CONTRACTS_READ/contact']
const noticeReader: Need[] = ['STAFF', 'CONTRACTS_READ']
const contractWriter: Need[] = ['CONTRACTS_WRITE']
const ticketReader: Need[] = ['TICKETS_READ/contact']
const ticketWriter: Need[] = ['TICKETS_WRITE/contact']
const worker: Need[] = ['TICKETS_WRITE']
const portal: Need[] = ['CONTACT']
/** Who sees a ticket is told who works on it. */
const named: Need[] = ['TICKETS_READ/person']
const organizer: Need[] = ['STAFF', 'ORGANIZATION_WRITE']
const timeReader: Need[] = ['STAFF', 'TICKETS_READ']
const timeWriter: Need[] = ['STAFF', 'TIME_WRITE/BILLING_WRITE']
const ownTime: Need[] = ['STAFF', 'TIME_WRITE']
/** The customer's people and whoever keeps the bills. */
const payer: Need[] = ['BILLING_READ/contact']
const auditor: Need[] = ['STAFF', 'AUDIT_READ']
const keeper: Need[] = ['STAFF', 'API_KEYS_WRITE']
const staff: Need[] = ['STAFF']
const person: Need[] = ['PERSON']

/** "Type: its fields", and what each of them needs beside the fields on the way to it. */
const fields: [string, Need[]][] = [
  ['Query: me node', nothing],
  ['Query: customers customer contacts contact groups group search', reader],
  ['Query: customerDuplicates contactReach', staffReader],
  ['Query: technicians technician', staff],
  ['Query: assets asset', assetReader],
  ['Query: tickets ticket', ticketReader],
  ['Query: servicePlans servicePlan workingCalendars workingCalendar publicHolidays planPreview', planReader],
  ['Query: contracts contract contractTypes', contractReader],
  ['Query: job jobs', nothing],
  ['Query: ticketsLosingAssignee', ['STAFF', 'TICKETS_READ']],
  ['Query: timeEntries timeEntry timeWeek', timeReader],
  ['Query: timeAllowance', timeWriter],
  ['Query: users roles role mails', organizer],
  ['Query: roleEffect', [...organizer, 'CUSTOMERS_READ']],
  ['Query: noticeTemplates noticeTemplatePreview systemHealth', organizer],
  ['Query: auditEvents', auditor],
  ['Query: apiKeys', keeper],
  ['Query: sessions', person],

  ['Mutation: createCustomer', [...writer, 'ALL_CUSTOMERS']],
  ['Mutation: updateCustomer deleteCustomer', writer],
  ['Mutation: createContact updateContact setContactActive deleteContact', writer],
  ['Mutation: createGroup updateGroup deleteGroup', writer],
  ['Mutation: moveContact inviteContact setAuthorizedTechnicians', staffWriter],
  ['Mutation: createAsset updateAsset deleteAsset', writer],
  ['Mutation: createTicket reopenTicket addComment', ticketWriter],
  ['Mutation: updateTicket bulkUpdateTickets requestApproval', worker],
  ['Mutation: createServicePlan updateServicePlan deleteServicePlan', ['PLANS_WRITE']],
  ['Mutation: createWorkingCalendar updateWorkingCalendar', ['PLANS_WRITE']],
  ['Mutation: createContractType updateContractType', contractWriter],
  ['Mutation: createContract updateContract activateContract deleteContract', contractWriter],
  ['Mutation: logTime updateTimeEntry deleteTimeEntry', timeWriter],
  ['Mutation: startTimer stopTimer discardTimer', ownTime],
  ['Mutation: renewContract terminateContract', contractWriter],
  ['Mutation: sendNoticeAgain', ['STAFF', 'CONTRACTS_READ', ...contractWriter]],
  ['Mutation: updateNoticeTemplate tryContractAgain', organizer],
  ['Mutation: cancelJob', nothing],
  ['Mutation: rateTicket decideApproval', portal],
  ['Mutation: createTechnician updateTechnician inviteTechnician convertToTechnician convertToUser', organizer],
  ['Mutation: createRole updateRole deleteRole resendMail', organizer],
  ['Mutation: createApiKey revokeApiKey', keeper],
  ['Mutation: updateProfile revokeSession', person],

  ['Subscription: jobProgress', nothing],
  ['Subscription: ticketChanged', ticketReader],
  ['Subscription: ticketPresence', ['STAFF', 'TICKETS_READ']],
  ['TicketPresence: technicians', ['STAFF', 'TICKETS_READ']],

  ['Node: id', nothing],
  ['Person: id name email active', nothing],
  ['Viewer: kind person permissions ticketScopes locale today onlyAuthorizedCustomers customer runningTimer', nothing],
  ['Session: id device ipAddress createdAt lastSeenAt expiresAt current', person],

  ['Customer: id version name kind code email phone website address active createdAt updatedAt viewerCanEdit', reader],
  ['Customer: contacts groups', reader],
  ['Customer: assets', assetReader],
  ['Customer: tickets openTicketCount', [...reader, ...ticketReader]],
  ['Customer: contracts activeContractCount', [...reader, ...contractReader]],
  ['Customer: notes taxNumber technicians timeline', [...reader, 'STAFF']],
  ['Contact: id version name email phone title locale active customer group canSignIn createdAt updatedAt', reader],
  ['Contact: seesCompanyRecords seesGroupRecords', reader],
  ['Contact: tickets', [...reader, ...ticketReader]],
  ['Contact: lastSeenAt timeline', [...reader, 'STAFF']],
  ['Group: id version name customer members', reader],
  ['ContactReach: colleagues', staffReader],
  ['ContactReach: tickets ticketsOfColleagues', [...staffReader, 'TICKETS_READ']],

  ['Asset: id version kind name serialNumber status customer createdAt updatedAt', assetReader],
  ['Asset: tickets', [...assetReader, ...ticketReader]],
  ['Asset: contract', [...assetReader, ...contractReader]],
  ['Ticket: id version number kind subject description status approval priority rating ratingComment', ticketReader],
  ['Ticket: openedAt updatedAt resolvedAt closedAt customer requester group assignee', ticketReader],
  ['Ticket: comments attachments approvals approvers visibleBecause', ticketReader],
  ['Ticket: viewerCanSet viewerCanEdit viewerCanComment viewerCanApprove viewerCanReopen viewerCanRate', ticketReader],
  ['Ticket: asset', [...ticketReader, ...assetReader]],
  ['Ticket: contract', [...ticketReader, ...contractReader]],
  ['Ticket: timeline', [...ticketReader, 'STAFF']],
  ['Comment: id body internal author attachments createdAt', ticketReader],
  ['Job: id kind status done total errors createdAt startedAt finishedAt', nothing],
  ['Attachment: id name contentType size createdAt uploader url', ticketReader],
  ['TicketApproval: id approver status askedAt comment decidedAt', ticketReader],
  ['Participant: id name email active', ticketReader],

  ['ServicePlan: id version revision title description active createdAt updatedAt', planReader],
  ['ServicePlan: pricingMethod billingMethod billingPeriod fixedFee includedHours includedTickets', planReader],
  ['ServicePlan: weeklyHourLimit hourlyRate ticketRate overtime overtimeMultiplier overage', planReader],
  ['ServicePlan: creditCoversOperationalOnly rollOverUnused rollOverCap rollOverPeriods', planReader],
  ['ServicePlan: technicianMayAddCost technicianMayAddTime costBases bandRates calendar', planReader],
  ['ServicePlan: contracts', [...planReader, ...contractReader]],
  ['BandRate: band rate', planReader],
  ['WorkingCalendar: id version name timeZone workingHours holidays standard', planReader],
  ['WorkingHours: weekday from to', planReader],
  ['Holiday: on name from', planReader],
  ['PlanPreview: startsOn endsOn lines total carriedOver', planReader],
  ['PriceLine: kind quantity unit unitPrice amount givenAway', planReader],

  ['ContractType: id name active requestsNeedApproval', contractReader],
  ['Contract: id version reference name description type customer startsOn endsOn status daysLeft', contractReader],
  ['Contract: autoRenew renewalPeriod terminatedOn terminationReason terms planRevision planChanges', contractReader],
  ['Contract: noticeContacts createdAt updatedAt viewerCanEdit', contractReader],
  ['Contract: plan', [...contractReader, ...planReader]],
  ['Contract: tickets', [...contractReader, ...ticketReader]],
  ['Contract: notices noticeUsers timeline', [...contractReader, 'STAFF']],
  ['ContractTerm: startsOn endsOn origin createdAt', contractReader],
  ['ContractPlanChange: fromOn revision', contractReader],
  ['ContractPlanChange: plan', [...contractReader, ...planReader]],
  ['ContractNotice: side days', contractReader],
  ['Period: count unit', contractReader],
  ['Contract: viewerCanRenew', contractReader],
  ['Contract: noticeDeliveries', [...contractReader, ...noticeReader]],
  ['Contract: forecast', [...contractReader, 'CONTRACTS_READ']],
  ['ContractForecast: terms periods', ['CONTRACTS_READ']],
  ['ContractForecast: notices', noticeReader],
  ['NoticeDelivery: id dueOn endsOn side days status skipReason sentAt failure', noticeReader],
  ['NoticeDelivery: recipient email', [...noticeReader, 'CUSTOMERS_READ']],
  ['NoticeTemplate: id version side locale subject body updatedAt', organizer],
  ['NoticeTemplatePreview: subject text', organizer],
  ['SystemHealth: now today timeZone nodeVersion databaseVersion databaseBytes', organizer],
  ['SystemHealth: queues lastSweep lastDay laidAside', organizer],
  ['QueueHealth: name waiting running failed waitingSince', organizer],
  ['SweepHealth: startedAt finishedAt contracts', organizer],
  ['SweepDay: renewed queued skipped', organizer],
  ['ContractLaidAside: id contractId reference at failure', organizer],

  ['TimeEntry: id version technician customer ticket workedOn startedAt minutes addedMinutes', timeReader],
  ['TimeEntry: contract', [...timeReader, ...contractReader]],
  ['TimeEntry: extraCost extraCostReason note billable viewerCanEdit createdAt updatedAt', timeReader],
  ['TimeWeek: startsOn endsOn minutes billableMinutes days entries', timeReader],
  ['TimeDay: on minutes billableMinutes', timeReader],
  ['TimeAllowance: underContract currency mayAddCost mayAddTime weekMinutes weekMinutesLeft', timeWriter],
  ['TimeAllowance: overtime creditMinutesLeft overage', timeWriter],
  ['RunningTimer: id customer ticket contract startedAt note', nothing],
  ['Customer: timeEntries', [...reader, ...timeReader]],
  ['Contract: timeEntries', [...contractReader, ...timeReader]],
  ['Ticket: timeEntries minutesSpent', [...ticketReader, ...timeReader]],
  ['Contract: usage', contractReader],
  ['PeriodUsage: startsOn endsOn includedHours rolledOverHours usedHours coveredHours remainingHours', contractReader],
  [
    'PeriodUsage: overtimeHours includedTickets rolledOverTickets resolvedTickets remainingTickets lines',
    contractReader,
  ],
  ['PeriodUsage: expected', [...contractReader, ...payer]],
  ['InvoiceLine: kind description quantity unit givenAway sources', contractReader],
  ['InvoiceLine: unitPrice amount', [...contractReader, ...payer]],
  ['LineSource: creditOf minutes band overtime', contractReader],
  ['LineSource: ticket', [...contractReader, ...ticketReader]],
  ['LineSource: timeEntry', [...contractReader, ...timeReader]],
  ['LineSource: unitPrice amount', [...contractReader, ...payer]],

  ['Technician: id name', named],
  ['Technician: version email active', [...named, ...staff]],
  ['Technician: role lastSeenAt', [...named, ...organizer]],
  ['Technician: authorizedCustomers', [...named, ...staffReader]],
  ['Technician: costRate', [...named, 'STAFF', 'BILLING_READ']],
  ['Money: amount currency', nothing],
  ['Role: id version name permissions onlyAuthorizedCustomers administrator members', organizer],
  ['RoleEffect: technician visibleCustomers allCustomers', organizer],

  ['AuditEvent: id at actor actorName actorKind action subject subjectType customer changes', staff],
  ['FieldChange: field from to', staff],
  ['ApiKey: id name prefix permissions allCustomers customers createdBy', keeper],
  ['ApiKey: createdAt expiresAt lastUsedAt revokedAt', keeper],
  ['Mail: id to subject text status attempts failure createdAt sentAt', organizer],

  // What a mutation answers beside objects, which keep their own lines.
  ['DeletePayload: deletedId', nothing],
  ['TryContractAgainPayload: contractId', nothing],
  ['ApiKeyPayload: secret', nothing],
]

/** The same for the fields of inputs. Arguments that are no inputs belong to their field. */
const inputs: [string, Need[]][] = [
  ['CustomerFilter: updatedAfter text kind active', nothing],
  ['CustomerFilter: technicianId', staff],
  ['CustomerFilter: planId', [...planReader, 'CONTRACTS_READ']],
  ['ContactFilter: updatedAfter text customerId groupId active seesCompanyRecords seesGroupRecords', nothing],
  ['GroupFilter: text customerId', nothing],
  ['TechnicianFilter: text active', nothing],
  ['TechnicianFilter: roleId', organizer],
  ['TechnicianFilter: customerId', staffReader],
  ['UserFilter: text kind active', nothing],
  ['AssetFilter: updatedAfter text customerId kind', nothing],
  ['TicketFilter: updatedAfter text kind status approval priority customerId requesterId assigneeId', nothing],
  ['TicketFilter: unassigned openedAfter openedBefore', nothing],
  ['TicketFilter: assetId', assetReader],
  ['TicketFilter: contractId', contractReader],
  ['TicketFilter: waitsForMe', portal],
  ['TimeEntryFilter: technicianId customerId ticketId workedAfter workedBefore', nothing],
  ['TimeEntryFilter: contractId', contractReader],
  ['TimeEntryFilter: updatedAfter billable', nothing],
  ['ServicePlanFilter: text active pricingMethod', nothing],
  ['ContractFilter: updatedAfter text customerId typeId status endsBefore endsAfter autoRenew', nothing],
  ['ContractFilter: planId', planReader],
  ['AuditFilter: actorId subjectId customerId action after before', nothing],
  ['MailFilter: text status', nothing],

  ['CreateCustomerInput: name kind code email phone website address idempotencyKey', nothing],
  ['CreateCustomerInput: notes taxNumber technicianIds', staff],
  ['UpdateCustomerInput: id version name kind code email phone website address active', nothing],
  ['UpdateCustomerInput: notes taxNumber', staff],
  ['CreateContactInput: customerId name email phone title locale groupId idempotencyKey', nothing],
  ['CreateContactInput: seesCompanyRecords seesGroupRecords', nothing],
  ['UpdateContactInput: id version name email phone title locale groupId', nothing],
  ['UpdateContactInput: seesCompanyRecords seesGroupRecords', nothing],
  ['CreateGroupInput: customerId name contactIds idempotencyKey', nothing],
  ['UpdateGroupInput: id version name contactIds', nothing],
  ['CreateAssetInput: customerId kind name serialNumber status idempotencyKey', nothing],
  ['UpdateAssetInput: id version name serialNumber status', nothing],
  ['CreateAssetInput: contractId', ['CONTRACTS_READ']],
  ['UpdateAssetInput: contractId', ['CONTRACTS_READ']],
  ['CreateTicketInput: kind subject description attachmentIds idempotencyKey', nothing],
  ['CreateTicketInput: customerId requesterId priority', worker],
  ['CreateTicketInput: assigneeId', ['STAFF', ...worker]],
  ['CreateTicketInput: assetId', assetReader],
  ['CreateTicketInput: contractId', contractReader],
  ['UpdateTicketInput: id version subject description status priority', nothing],
  ['UpdateTicketInput: assigneeId', ['STAFF', ...worker]],
  ['UpdateTicketInput: assetId', assetReader],
  ['UpdateTicketInput: contractId', ['CONTRACTS_READ']],
  ['BulkUpdateTicketsInput: ids tickets filter status priority idempotencyKey', nothing],
  ['SeenTicketInput: id version', nothing],
  ['BulkUpdateTicketsInput: assigneeId', ['STAFF', ...worker]],
  ['LogTimeInput: ticketId contractId workedOn startedAt minutes addedMinutes extraCost extraCostReason', nothing],
  ['LogTimeInput: note billable idempotencyKey', nothing],
  ['LogTimeInput: technicianId', ['STAFF', 'BILLING_WRITE']],
  ['UpdateTimeEntryInput: id version workedOn startedAt minutes addedMinutes extraCost extraCostReason', nothing],
  ['UpdateTimeEntryInput: note billable', nothing],
  ['StartTimerInput: ticketId contractId note running idempotencyKey', nothing],
  ['StopTimerInput: id minutes addedMinutes extraCost extraCostReason note billable idempotencyKey', nothing],
  ['DiscardTimerInput: id', nothing],
  ['CancelJobInput: id', nothing],
  ['ReopenTicketInput: id version comment', nothing],
  ['RateTicketInput: id rating comment', nothing],
  // A comment that is not internal may say so: who may make it one has a test of its own.
  ['AddCommentInput: ticketId body internal attachmentIds idempotencyKey', nothing],
  ['RequestApprovalInput: ticketId approverIds', nothing],
  ['DecideApprovalInput: ticketId approve comment', nothing],
  ['CreateServicePlanInput: title description pricingMethod billingMethod billingPeriod overtime overage', nothing],
  ['CreateServicePlanInput: costBases idempotencyKey', nothing],
  [
    'CreateServicePlanInput: fixedFee hourlyRate ticketRate includedHours includedTickets weeklyHourLimit overtimeMultiplier',
    nothing,
  ],
  ['CreateServicePlanInput: creditCoversOperationalOnly rollOverUnused rollOverCap rollOverPeriods bandRates', nothing],
  ['CreateServicePlanInput: technicianMayAddCost technicianMayAddTime calendarId', nothing],
  ['UpdateServicePlanInput: id version title description active pricingMethod billingMethod billingPeriod', nothing],
  ['UpdateServicePlanInput: overtime overage costBases', nothing],
  [
    'UpdateServicePlanInput: fixedFee hourlyRate ticketRate includedHours includedTickets weeklyHourLimit overtimeMultiplier',
    nothing,
  ],
  ['UpdateServicePlanInput: creditCoversOperationalOnly rollOverUnused rollOverCap rollOverPeriods bandRates', nothing],
  ['UpdateServicePlanInput: technicianMayAddCost technicianMayAddTime calendarId', nothing],
  ['CreateContractTypeInput: name requestsNeedApproval idempotencyKey', nothing],
  ['UpdateContractTypeInput: id name active requestsNeedApproval', nothing],
  ['CreateContractInput: customerId typeId name description startsOn endsOn autoRenew renewalPeriod', nothing],
  ['CreateContractInput: noticeContactIds draft idempotencyKey', nothing],
  ['CreateContractInput: planId', planReader],
  ['CreateContractInput: notices noticeUserIds', ['STAFF', ...contractWriter]],
  ['UpdateContractInput: id version typeId name description startsOn endsOn autoRenew renewalPeriod', nothing],
  ['UpdateContractInput: noticeContactIds', nothing],
  ['UpdateContractInput: planId', planReader],
  ['UpdateContractInput: notices noticeUserIds', ['STAFF', ...contractWriter]],
  ['ActivateContractInput: id version', nothing],
  ['RenewContractInput: id version period idempotencyKey', nothing],
  ['RenewContractInput: planId', planReader],
  ['TerminateContractInput: id version on reason', nothing],
  ['UpdateNoticeTemplateInput: id version subject body', nothing],
  ['NoticeTemplatePreviewInput: side locale subject body', nothing],
  ['SendNoticeAgainInput: id', nothing],
  ['TryContractAgainInput: id', nothing],
  ['PeriodInput: count unit', nothing],
  ['NoticeInput: side days', nothing],
  ['BandRateInput: band rate', nothing],
  ['PlanUsageInput: hours nonOperationalHours weekendHours holidayHours tickets', nothing],
  ['CreateWorkingCalendarInput: name timeZone workingHours holidays standard idempotencyKey', nothing],
  ['UpdateWorkingCalendarInput: id version name timeZone workingHours holidays standard', nothing],
  ['WorkingHoursInput: weekday from to', nothing],
  ['HolidayInput: on name from', nothing],
  ['MoveContactInput: contactId customerId groupId', nothing],
  ['SetActiveInput: id version active', nothing],
  ['SetAuthorizedTechniciansInput: customerId technicianIds', nothing],
  ['CreateTechnicianInput: name email roleId idempotencyKey', nothing],
  ['CreateTechnicianInput: costRate', ['STAFF', 'BILLING_READ']],
  ['UpdateTechnicianInput: id version name roleId active', nothing],
  ['UpdateTechnicianInput: costRate', ['STAFF', 'BILLING_READ']],
  ['MoneyInput: amount currency', nothing],
  ['ConvertToTechnicianInput: contactId roleId', nothing],
  ['ConvertToUserInput: technicianId', nothing],
  ['InviteInput: contactId', nothing],
  ['InviteTechnicianInput: technicianId', nothing],
  ['CreateRoleInput: name permissions onlyAuthorizedCustomers memberIds idempotencyKey', nothing],
  ['UpdateRoleInput: id version name permissions onlyAuthorizedCustomers memberIds', nothing],
  ['CreateApiKeyInput: name permissions allCustomers customerIds expiresAt idempotencyKey', nothing],
  ['DeleteInput: id version', nothing],
  ['RevokeInput: id', nothing],
  ['ResendMailInput: id', nothing],
  ['UpdateProfileInput: name phone locale', nothing],
]

const byName = (lines: [string, Need[]][]) =>
  new Map(
    lines.flatMap(([line, needs]) => {
      const [type, names] = line.split(': ') as [string, string]
      return names.split(' ').map((name): [string, Need[]] => [`${type}.${name}`, needs])
    }),
  )

export const fieldNeeds = byName(fields)
export const inputNeeds = byName(inputs)

/** Types that only hold others: lists, their edges, and what mutations answer. */
const holders: [RegExp, string][] = [
  [/Connection$/, 'edges nodes pageInfo totalCount'],
  [/Edge$/, 'cursor node'],
  [/^PageInfo$/, 'hasNextPage hasPreviousPage startCursor endCursor'],
  [/Payload$/, 'errors'],
  [/^UserError$/, 'code message path'],
]

/** Whether the field belongs to a holder, which has no line. A payload's objects have theirs at their own fields. */
export const isHolding = (type: string, field: string, ofObject: boolean): boolean =>
  holders.some(
    ([name, known]) => name.test(type) && (known.split(' ').includes(field) || (type.endsWith('Payload') && ofObject)),
  )
