import type { Pen } from '../../core/read/model.ts'

/**
 * A person who takes part, as a row of `any`: the technician or contact where the one who asks may see him or her, else
 * a participant, whose name stands in the row `p` itself.
 */
export function partaker(p: string, pen: Pen, kind: string, id: string): string {
  const ofStaff = pen.kind === 'ADMIN' || pen.kind === 'TECHNICIAN'
  return `select w.type, case w.type when 'Participant' then ${p}.id else ${id} end as id from (select case ${
    ofStaff
      ? `when ${kind} in ('ADMIN', 'TECHNICIAN') and exists (select from technician z where z.id = ${id}) then 'Technician' `
      : ''
  }when ${kind} = 'CONTACT' and ${pen.open('Contact')} and exists (select from contact z where z.id = ${id}) then 'Contact'
    else 'Participant' end as type) w`
}
