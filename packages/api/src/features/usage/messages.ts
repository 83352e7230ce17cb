import { defineMessages } from '../../core/graphql/messages.ts'

export const said = defineMessages({
  'line.fee': { tr: 'Sabit ücret, {from} – {to}', en: 'Fixed fee, {from} – {to}' },
  'line.work': { tr: 'Çalışma', en: 'Work' },
  'line.work.given': { tr: 'Çalışma, bedelsiz', en: 'Work, free of charge' },
  'line.overtime': { tr: 'Fazla mesai', en: 'Overtime' },
  'line.overtime.given': { tr: 'Fazla mesai, bedelsiz', en: 'Overtime, free of charge' },
  'line.tickets': { tr: 'Çözülen kayıtlar', en: 'Resolved tickets' },
  'line.tickets.given': { tr: 'Çözülen kayıtlar, bedelsiz', en: 'Resolved tickets, free of charge' },
  'line.credit.hours': { tr: 'Krediden karşılanan çalışma', en: 'Work covered by credit' },
  'line.credit.tickets': { tr: 'Krediden karşılanan kayıtlar', en: 'Tickets covered by credit' },
  'line.cost': { tr: 'Ek maliyet: {reason}', en: 'Extra cost: {reason}' },
  'line.refund': { tr: 'Kullanılmayan sürenin iadesi', en: 'Refund of unused time' },
})
