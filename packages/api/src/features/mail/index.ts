export { mailDoors } from './mail.access.ts'
export { MailEntity } from './mail.entity.ts'
export { mailModels, mailRoots, mailSettings } from './mail.read.ts'
export { MailResolver } from './mail.resolver.ts'
