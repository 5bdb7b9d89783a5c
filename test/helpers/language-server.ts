import { spawn } from 'node:child_process'
import { pathToFileURL } from 'node:url'

type Message = { id?: number; method?: string; result?: unknown; params?: { items?: unknown[] } }

/** Starts a language server on standard input and output, and speaks JSON-RPC with it. */
export function languageServer(script: string, folder: string) {
  const server = spawn(process.execPath, [script, '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const waiting = new Map<string | number, (message: Message) => void>()
  let received = Buffer.alloc(0)
  let requests = 0

  const send = (message: object) => {
    const text = JSON.stringify({ jsonrpc: '2.0', ...message })
    server.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`)
  }
  const take = (message: Message) => {
    const { id, method, params } = message
    // The server asks too: for settings, of which there are none here.
    if (method && id !== undefined) send({ id, result: params?.items?.map(() => ({})) ?? null })
    else waiting.get(method ?? id ?? '')?.(message)
  }
  server.stdout.on('data', (chunk: Buffer) => {
    received = Buffer.concat([received, chunk])
    for (;;) {
      const end = received.indexOf('\r\n\r\n')
      const length = Number(/Content-Length: (\d+)/.exec(received.toString('utf8', 0, end))?.[1])
      if (end < 0 || received.length < end + 4 + length) return
      const text = received.toString('utf8', end + 4, end + 4 + length)
      received = received.subarray(end + 4 + length)
      take(JSON.parse(text))
    }
  })
  const told = (key: string | number) =>
    new Promise<Message>((resolve) => waiting.set(key, resolve))
  const request = async (method: string, params: object) => {
    requests += 1
    const answer = told(requests)
    send({ id: requests, method, params })
    return (await answer).result
  }
  const start = async () => {
    const markdown = { contentFormat: ['markdown'] }
    await request('initialize', {
      processId: process.pid,
      rootUri: pathToFileURL(folder).href,
      capabilities: { textDocument: { hover: markdown, completion: {} } },
    })
    send({ method: 'initialized', params: {} })
  }
  /** Opens a text as a file, and tells what the server finds wrong with it. */
  const open = async (uri: string, text: string) => {
    const found = told('textDocument/publishDiagnostics')
    const textDocument = { uri, languageId: 'yaml', version: 1, text }
    send({ method: 'textDocument/didOpen', params: { textDocument } })
    return (await found).params
  }
  return { start, request, open, stop: () => server.kill() }
}
