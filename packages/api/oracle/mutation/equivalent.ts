/**
 * Mutants that change nothing that anybody could notice, with the reason. The run fails when one of them is noticed after
 * all, or does not exist any more.
 */
const anotherWay = 'only a root field leads there, and its own door asks for as much'
const byCode = 'code answers behind Query.sessions, whose door is the same; no door below it is asked'
const customerFirst = 'app_contact_customer is null for a passive contact already, and every policy asks it too'
const byPreview = 'code answers behind Query.planPreview, whose door is the same; no door below it is asked'
const ofContract = 'only Contract and what hangs on it lead there, and their doors are the same'
const byRoot = 'code answers behind a root field whose door is the same; no door below it is asked'
const noMaker = 'nobody may change for whom a job is: there is no grant on the column'
const noColumn = 'a contact may change no column that the condition speaks of'

export const equivalent: Readonly<Record<string, string>> = {
  'policy accord_contact_update on contact: what is written not limited': noColumn,
  'policy accord_contact_update on ticket: what is written not limited': noColumn,
  'policy accord_contact_update on ticket_approval: what is written not limited': noColumn,
  'app_named_contacts: t.customer_id = public.app_contact_customer() and → nothing':
    'a group is of one customer, and so are the tickets that remember it',
  'app_principal_of_session: and t.id is null → nothing': 'a technician is told before a contact anyway',
  'app_reach: not k.all_customers → true': 'a key for all customers reaches those that it was given as well',
  "app_reaches_all: current_setting('role') = 'accord_partner' → true":
    'no technician and no contact has the id of a key',
  'app_contact_group: and c.active → nothing': customerFirst,
  'app_contact_sees_company: and c.active → nothing': customerFirst,
  'app_contact_sees_group: and c.active → nothing': customerFirst,
  'door FieldChange: always open': 'only AuditEvent.changes leads there, and the door of AuditEvent is the same',
  'door RoleEffect: always open': anotherWay,
  'door ContactReach: always open': anotherWay,
  'door TicketApproval: always open': 'only Ticket.approvals leads there, and the door of Ticket is the same',
  'door BandRate: always open': 'only ServicePlan.bandRates leads there, and the door of ServicePlan is the same',
  'door WorkingHours: always open': 'only WorkingCalendar leads there, and its door is the same',
  'door Holiday: always open': 'WorkingCalendar and Query.publicHolidays lead there, and their doors are the same',
  'door PlanPreview: always open': byPreview,
  'door PlanPreview: always closed': byPreview,
  'door PriceLine: always open': byPreview,
  'door PriceLine: always closed': byPreview,
  'policy accord_contact_update on job: what is written not limited': noMaker,
  'policy accord_partner_update on job: what is written not limited': noMaker,
  'policy accord_restricted_update on job: what is written not limited': noMaker,
  'policy accord_staff_update on job: what is written not limited': noMaker,
  'door TicketPresence: always open': 'only Subscription.ticketPresence leads there, and its door is the same',
  'door Subscription.ticketPresence: always open': 'the door of TicketPresence, behind it, is the same',
  'door ContractTerm: always open': ofContract,
  'door ContractPlanChange: always open': ofContract,
  'door ContractNotice: always open': ofContract,
  'door Period: always open': ofContract,
  'door NoticeDelivery: always open': ofContract,
  'door PeriodUsage: always open': ofContract,
  'door InvoiceLine: always open': ofContract,
  'door LineSource: always open': ofContract,
  'door Contract.usage: always open': ofContract,
  'door ContractForecast: always open': ofContract,
  'door NoticeTemplatePreview: always open': byRoot,
  'door NoticeTemplatePreview: always closed': byRoot,
  'door TimeAllowance: always open': byRoot,
  'door TimeAllowance: always closed': byRoot,
  'door SystemHealth: always open': byRoot,
  'door SystemHealth: always closed': byRoot,
  'door QueueHealth: always open': byRoot,
  'door QueueHealth: always closed': byRoot,
  'door SweepHealth: always open': byRoot,
  'door SweepHealth: always closed': byRoot,
  'door SweepDay: always open': byRoot,
  'door SweepDay: always closed': byRoot,
  'door ContractLaidAside: always open': byRoot,
  'door ContractLaidAside: always closed': byRoot,
  'door TimeWeek: always open': 'only Query.timeWeek leads there, and its door is the same',
  'door TimeDay: always open': 'only TimeWeek leads there, and its door is the same',
  'door RunningTimer: always open': 'Viewer.runningTimer is there for staff only, and there is no other way',
  'door Session: always open': byCode,
  'door Session: always closed': byCode,
}
