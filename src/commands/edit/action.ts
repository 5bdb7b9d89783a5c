import type { Command } from 'commander'
import { addDays, dayOf, type IsoDate, isoOf } from '../../calendar/day.ts'
import { longDate } from '../../calendar/format-date.ts'
import { readWrittenDay } from '../../calendar/written-day.ts'
import { type ExitCode, UsageError } from '../../diagnostics/failures.ts'
import type { Host } from '../../host/host.ts'
import { capitalised } from '../../language/capitalised.ts'
import { listing } from '../../language/listing.ts'
import { openWorkspace } from '../../workspace/workspace.ts'
import { type Asking, answerBack, ask, askForText, isConfirmed, validated } from '../kit/asking.ts'
import type { CliCommand } from '../kit/contract.ts'
import { painterFor } from '../kit/options.ts'
import { areaIdsIn } from './areas.ts'
import { addEdit, filledArgument, idsArgument } from './command.ts'
import { type EditCommandOptions, editRecord, openForEdit } from './edit-record.ts'
import { areKnownAreas, type Subject } from './guards.ts'

/** `plandue action add`: from options and, on a terminal, answers to questions. */
export const actionCommand: CliCommand = (program, run) => {
  const family = program.command('action').description('add an action to a record')
  const add = addEdit(family, 'action add', {
    description: 'add an action to a record; asks on a terminal for what it needs',
    names: ['record'],
    options: {
      title: 'what is promised',
      due: 'the day by which it is promised',
      owner: 'who answers for it',
      answers: 'the ids of the areas that it answers, with commas or blanks between',
      id: 'its id (default: the next free one)',
    },
    needs: [],
    examples: [
      'plandue action add shropshire-2023',
      'plandue action add shropshire-2023 --title "Weekly audits" --due 2024-03-31 \\',
      '  --owner "Head of Service" --answers P1,P2',
    ],
  })
  add.action((record: string) => run((host) => addAction(record, add, host)))
}

async function addAction(record: string, command: Command, host: Host): Promise<ExitCode> {
  const options = command.opts<EditCommandOptions>()
  const { title, due } = options
  if (title !== undefined && due !== undefined) return editRecord(NAME, record, options, host)
  const conversation = await host.conversation()
  const missing = [...(title ? [] : ['--title']), ...(due ? [] : ['--due'])]
  if (!conversation) throw new UsageError(`not interactive: pass ${listing(missing)}`)
  const { bold } = await painterFor(host.errScreen, options, host)
  try {
    const workspace = openWorkspace([], options, host)
    const { subject } = await openForEdit(NAME, record, options, workspace, host)
    const asking = { conversation, host, bold, today: isoOf(workspace.today) }
    return await editRecord(NAME, record, await completed(options, subject, asking), host)
  } finally {
    conversation.end()
  }
}

const NAME = 'action add'

/** The options with what they lack. Throws a WorkError if they want to stop. */
async function completed(
  known: EditCommandOptions,
  subject: Subject,
  asking: Asking,
): Promise<EditCommandOptions> {
  const title = known.title ?? (await askForTitle(asking))
  const due = known.due ?? (await askForDue(asking))
  const owner = known.owner ?? (await askForText(QUESTIONS.owner, filledArgument, asking))
  const answers = known.answers ?? (await askForAreas(subject, asking))
  return { ...known, title, due, answers, ...(owner === undefined ? {} : { owner }) }
}

const QUESTIONS = {
  title: 'What is promised?',
  due: 'By which day? For example 31 march, 31/3/2024 or 2024-03-31.',
  owner: 'Who answers for it? [leave out]',
}

function askForTitle(asking: Asking): Promise<string> {
  return ask(QUESTIONS.title, async (text) => validated(() => filledArgument(text), asking), asking)
}

/** Without a year, a promise is for the next such day. */
function askForDue(asking: Asking): Promise<IsoDate> {
  const inAYear = isoOf(addDays(dayOf(asking.today), 364))
  return ask(
    QUESTIONS.due,
    async (text) => {
      const day = readWrittenDay(text, asking.today, inAYear)
      if ('fault' in day) {
        answerBack(day.fault, asking)
        return undefined
      }
      const isMeant = await isConfirmed(longDate(day.date), day.isNumeric, asking)
      return isMeant ? { value: day.date } : undefined
    },
    asking,
  )
}

/** A record without areas has nothing to ask for. */
async function askForAreas(subject: Subject, asking: Asking): Promise<readonly string[]> {
  const known = areaIdsIn(subject.record)
  if (known.length === 0) return []
  return ask(
    `Which areas does it answer? Ids such as ${known.slice(0, 2).join(', ')}. [none]`,
    async (text) => {
      if (text === '') return { value: [] }
      const read = validated(() => idsArgument(text), asking)
      const doubt = read && areKnownAreas(subject, { answers: read.value })
      if (doubt) answerBack(capitalised(doubt.because), asking)
      return doubt ? undefined : read
    },
    asking,
  )
}
