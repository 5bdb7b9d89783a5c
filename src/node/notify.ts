import { NotifyClient } from 'notifications-node-client'
import type { Net } from '../host/net.ts'

/** See `Net.notifyRequest`. The client makes and signs the request; nothing is sent with it. */
export const notifyRequest: Net['notifyRequest'] = async (account, mail) => {
  const client = new NotifyClient(account.url, account.apiKey)
  let made: Awaited<ReturnType<Net['notifyRequest']>> | undefined
  client.setClient(async ({ url, headers, data }) => {
    const body = JSON.stringify(data)
    made = { url, headers: { ...headers, 'Content-Type': 'application/json' }, body }
  })
  await client.sendEmail(mail.template, mail.to, {
    personalisation: { subject: mail.subject, body: mail.body },
    reference: mail.reference,
    // No line of a record becomes a heading or a link.
    sanitiseContentFor: ['subject', 'body'],
  })
  if (!made) throw new Error('the client of GOV.UK Notify made no request')
  return made
}
