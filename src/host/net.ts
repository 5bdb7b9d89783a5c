/** What leaves this machine, and the programs of the user that get a text. Nothing here throws. */
export type Net = {
  /**
   * Posts a text and returns the answer. No redirect is followed; `HTTPS_PROXY` and `NO_PROXY` say
   * through which proxy it goes.
   */
  post(request: Request): Promise<Answer | Failure>
  /** A connection to a mail server, opened by the first mail. */
  mailer(server: MailServer): Mailer
  /** The request by which GOV.UK Notify sends an email, signed as of now. */
  notifyRequest(account: NotifyAccount, mail: NotifyMail): Promise<Content>
  /** Runs a program without a shell, with a text on its standard input. */
  runProgram(program: Program): Promise<Ended | Failure>
}

/** Nothing came back that says whether it worked. */
export type Failure = {
  /** Words without an address or anything else of the request. */
  readonly failure: string
  /** Whether the other side may have got it all the same. */
  readonly mayHaveArrived: boolean
  /** Whether another try would meet the same. */
  readonly isLasting: boolean
  /** Whether the server itself was out of reach, so that whatever else it is sent meets the same. */
  readonly isAway: boolean
}

/** What is posted, and where. */
export type Content = {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** A POST; `seconds` is how long the answer may take. */
export type Request = Content & { readonly seconds: number }

/** What a server answers, whatever it thinks of the request. */
export type Answer = {
  readonly status: number
  /** In seconds or as a date, as the server says it. */
  readonly retryAfter: string | null
  /** The start of what the server says. */
  readonly text: string
}

/** A server that speaks SMTP, and how to speak with it. */
export type MailServer = {
  readonly host: string
  readonly port: number
  /** Whether it speaks TLS from the first byte; else it must offer STARTTLS where `needsTls`. */
  readonly isTls: boolean
  readonly needsTls: boolean
  readonly login: { readonly user: string; readonly password: string } | null
  /** How long the server may be silent. */
  readonly seconds: number
}

/** A mail to one person; `html` says the same as `text`. */
export type Mail = {
  readonly from: { readonly name: string; readonly address: string }
  readonly to: string
  /** An address for its Reply-To header, if it has one. */
  readonly replyTo: string | null
  readonly subject: string
  readonly text: string
  readonly html: string
  /** Without its brackets. */
  readonly messageId: string
  readonly headers: Readonly<Record<string, string>>
}

/** What sends mails to one server, one after the other. */
export type Mailer = {
  /** What was in the way, or what the server said when it took the mail over. */
  send(mail: Mail): Promise<Failure | { readonly reply: string }>
  close(): void
}

/** A service at GOV.UK Notify, and where its API is. */
export type NotifyAccount = { readonly apiKey: string; readonly url: string }

/** An email by a template of Notify, which it fills in. Notify keeps the reference. */
export type NotifyMail = {
  readonly template: string
  readonly to: string
  readonly subject: string
  readonly body: string
  readonly reference: string
}

/** A program of the user; `seconds` is how long it may take. */
export type Program = {
  readonly command: readonly string[]
  readonly input: string
  /** Beside the environment of this process. */
  readonly env: Readonly<Record<string, string>>
  readonly seconds: number
}

/** How a program ended, and the last line of its standard error. */
export type Ended = { readonly exitCode: number; readonly lastLine: string }
