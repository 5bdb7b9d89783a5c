import { createServer, type Socket } from 'node:net'
import { portOf } from './servers.ts'

/** What a mail server says to a command; `null` is nothing, and `again` is said without an end. */
export type Says = string | null | 'drop' | { readonly again: string }

/** To each command, by its first word; `HELLO` is the greeting, `.` the end of a mail. */
export type MailScript = Readonly<Record<string, Says>>

const USUAL: MailScript = {
  HELLO: '220 here',
  EHLO: '250 here',
  MAIL: '250 yes',
  RCPT: '250 yes',
  DATA: '354 go on',
  '.': '250 taken',
  QUIT: '221 bye',
}

/** A mail server on this machine that follows a script, and what it was told, a line each. */
export async function scriptedMail(script: MailScript) {
  const told: string[] = []
  const sockets: Socket[] = []
  const server = createServer((socket) => {
    sockets.push(socket.on('error', () => undefined))
    const all: MailScript = { ...USUAL, ...script }
    const answer = (command: string) => {
      const says = all[command]
      say(socket, says === undefined ? '502 what' : says)
      return says
    }
    answer('HELLO')
    let [rest, isMail] = ['', false]
    socket.setEncoding('latin1').on('data', (text: string) => {
      rest += text
      const lines = rest.split('\r\n')
      rest = lines.pop() ?? ''
      for (const line of lines) {
        const command = isMail ? line : (/^\w+/.exec(line)?.[0].toUpperCase() ?? '')
        if (isMail && line !== '.') continue
        told.push(line)
        isMail = String(answer(command)).startsWith('354')
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const close = () => {
    for (const socket of sockets) socket.destroy()
    server.close()
  }
  return { port: portOf(server.address()), told, sockets, close }
}

function say(socket: Socket, says: Says): void {
  if (says === null) return
  if (says === 'drop') return void socket.destroy()
  if (typeof says === 'string') return void socket.write(`${says}\r\n`)
  const timer = setInterval(() => socket.write(says.again), 50)
  socket.once('close', () => clearInterval(timer))
}
