$ npm start
Action plans as at Monday 4 March 2024

Nothing is open.

Finished   20 in 17 records: 3 met, 15 closed, 2 not required (--all lists them)
Next due   nothing
Exit code  0: no open date can change it

These records are history. On 18 January 2024 some were open:

Action plans as at Thursday 18 January 2024             numbers are working days

Needs attention
Surrey Police and Crime Commissioner: HMICFRS inspection
report 6 Dec 2023                                                surrey-pcc-2023
  at risk  8  Tue 30 Jan  final  Comments on the report

On track
Shropshire Council: ILACS focused visit, letter 12 Jan 2024      shropshire-2023
           16  Fri 9 Feb   draft  Draft action plan
                                  - receipt unknown: may be due Tue 30 Jan
           66  Tue 23 Apr  final  Final action plan
                                  - receipt unknown: may be due Thu 11 Apr

Open       3 in 2 of 17 records: 1 at risk, 2 on track
Waiting    3 in 2 records, for a letter or report
Finished   14: 2 met, 12 closed (--all lists them)
Next due   surrey-pcc-2023#final on Tue 30 Jan, 8 working days left
Exit code  0; 1 from Wed 31 Jan unless surrey-pcc-2023#final is submitted

Try  plandue explain shropshire-2023#final   why 23 April, day by day
     plandue due today                       dates of a letter of today
     plandue init our-plans                  a repository of your own

$ plandue
No records yet: there is no folder `plans` here.

  plandue new         begins the first record; it asks for what it needs
  plandue due today   shows the dates of a letter that came today
  plandue init        sets up settings, an example and checks
[exit code 2]

$ plandue due today
Due for a letter or report received on Monday 4 March 2024

ILACS focused visit             draft    Wed 3 Apr   20 working days
                                final    Fri 14 Jun  70 working days
ILACS standard inspection       final    Fri 14 Jun  70 working days
ILACS short inspection          final    Fri 14 Jun  70 working days
Single inspection (SIF)         final    Fri 14 Jun  70 working days
Joint targeted area inspection  final    Fri 14 Jun  70 working days
Area SEND, 2016 framework       final    Fri 14 Jun  70 working days
Area SEND, 2023 framework       final    Wed 24 Apr  35 working days
                                publish  Fri 14 Jun  70 working days
HMICFRS inspection              final    Sun 28 Apr  56 calendar days, a Sunday
IOPC recommendation             final    Sun 28 Apr  56 calendar days, a Sunday
Prevention of future deaths     final    Mon 29 Apr  56 calendar days
Urgent Notification             final    Mon 1 Apr   28 calendar days,
                                                     Easter Monday
Estyn, school inspection        final    Wed 3 Apr   20 working days
School in England, special      final    Mon 18 Mar  10 working days
measures or significant
improvement
CQC request for a report and    final    Mon 1 Apr   28 calendar days,
plans                                                Easter Monday
Local Government Ombudsman      final    Mon 3 Jun   3 months
report
Public Services Ombudsman for   final    Wed 3 Apr   1 month
Wales
Auditor's report or             final    Wed 3 Apr   1 month
recommendation

No rule moves a date from a closed day. If 4 March is the day of publication,
dates that run from receipt may be up to 8 working days earlier.
School holidays of more than a week do not count: where one falls into the
period, the deadline is later.
Begin the record: plandue new --received 2024-03-04

$ plandue list
plandue: there is no file or folder `list`; did you mean the command `check`?
plandue --help lists the commands
[exit code 2]

$ plandue new
A record of one inspection. Enter takes what is in [ ]; Ctrl-C stops, and then
nothing is written. Dates: today, yesterday, 1 march, 1/3/2024 or 2024-03-01.

Which council or body was inspected?
> Exampleshire Council

Which kind of inspection? A number or a part of the name.
   1  ILACS focused visit             10  Prevention of future deaths
   2  ILACS standard inspection       11  Urgent Notification
   3  ILACS short inspection          12  Estyn, school inspection
   4  Single inspection (SIF)         13  School in England, special measures or
                                          significant improvement
   5  Joint targeted area inspection  14  CQC request for a report and plans
   6  Area SEND, 2016 framework       15  Local Government Ombudsman report
   7  Area SEND, 2023 framework       16  Public Services Ombudsman for Wales
   8  HMICFRS inspection              17  Auditor's report or recommendation
   9  IOPC recommendation
> focus
  ILACS focused visit

What did it look at? [leave out]
> Children subject to a child protection plan

When was the visit? A day, a month, or two days with “to”. [leave out]
> 13 to 14 feb
  Tuesday 13 to Wednesday 14 February 2024

When did the council receive the letter? This day starts the clock. It is the
date of the email, not that on the website: letters come up to 8 working days
before they are public. [not known]
> 1/3/2024
  Friday 1 March 2024? [yes]
>

When was it made public? [not yet]
>

Where can it be read? [leave out]
>

Which areas for priority action does it name? Copy them, one a line; an empty
line ends. “none” if it names none. [not known yet]
P1> The timeliness of strategy discussions
P2> Drift for children on a child protection plan
P3>

Does the letter print a due date for this: Final action plan? That day then
counts. [no]
>

  authority  Exampleshire Council
  framework  ILACS focused visit
  title      Children subject to a child protection plan
  visited    13 to 14 February 2024
  received   Friday 1 March 2024
  areas      P1, P2

Write plans/exampleshire-2024.yaml? [yes]
>

Written: plans/exampleshire-2024.yaml
Written: .plandue/record.schema.json, for editors

  19  Tue 2 Apr   draft  Draft action plan, 20 working days from receipt
  69  Thu 13 Jun  final  Final action plan, 70 working days from receipt

Actions go into the same file: an example stands there, commented out.

Next
  plandue explain exampleshire-2024#draft   why 2 April
  plandue submit exampleshire-2024#draft    when the draft has been sent

$ plandue
Action plans as at Monday 4 March 2024                  numbers are working days

Exampleshire Council: ILACS focused visit
received 1 Mar 2024                                            exampleshire-2024
           19  Tue 2 Apr   draft  Draft action plan
           69  Thu 13 Jun  final  Final action plan

Open       2 in 1 of 1 record: 2 on track
Finished   nothing
Next due   exampleshire-2024#draft on Tue 2 Apr, 19 working days left
Exit code  0; 1 from Wed 3 Apr unless exampleshire-2024#draft is submitted

$ plandue explain exampleshire-2024#draft
Exampleshire Council: Draft action plan (exampleshire-2024#draft)
Due on Tuesday 2 April 2024. As at Monday 4 March 2024: on track, 19 working
days left

  Clock      received on Friday 1 March 2024 (plans/exampleshire-2024.yaml:7)
  Rule       20 working days from receipt, else from the day of sending, else
             from publication; the next working day is day 1
  Day 1      Monday 4 March 2024
  Counted    20 working days
  Skipped    10 weekend days and 2 bank holidays in England and Wales
             Fri 29 Mar 2024: Good Friday
             Mon 1 Apr 2024: Easter Monday
  Total      32 days: 20 counted, 12 skipped
  Computed   Tuesday 2 April 2024
  Due        Tuesday 2 April 2024, to the end of the day

  Source      CYP Now, 16 August 2018, quoting Ofsted (secondary source, checked
              on Saturday 21 November 2026)
              https://www.cypnow.co.uk/print_article/cyp/news/2005662/ofsted-to-require-struggling-councils-produce-urgent-action-plans?print=true
  Certain     Ofsted asks for a draft within 20 days where a visit finds areas
              for priority action. It said on 16 August 2018 that this took
              effect at once.
  Inferred    That the 20 days start on receipt: the sentence gives a start only
              for the 70. That day 1 is the next working day. That the stage
              holds from 1 August 2018: the exact day of the change is not
              published, and a letter from earlier that month already applied
              it.
  Not found   The 20 days in any instrument or in the text of Ofsted's guidance.

  March 2024              April 2024
  Mo Tu We Th Fr Sa Su    Mo Tu We Th Fr Sa Su
               1c 2  3     1b 2D 3  4  5  6  7
   4t 5  6  7  8  9 10     8  9 10 11 12 13 14
  11 12 13 14 15 16 17    15 16 17 18 19 20 21
  18 19 20 21 22 23 24    22 23 24 25 26 27 28
  25 26 27 28 29b30 31    29 30

  b bank holiday  c clock  t today  D Draft action plan due

$ plandue sumbit exampleshire-2024#draft
plandue: there is no file or folder `sumbit`; did you mean the command `submit`?
plandue --help lists the commands
[exit code 2]

$ plandue expect exampleshire-2024#draft --on 2024-04-10
Written: plans/exampleshire-2024.yaml
  14 + plan:
  15 +   draft:
  16 +     expected: 2024-04-10

Exampleshire Council: Draft action plan
  Status    on track → at risk, 19 working days left
  Because   expected on Wednesday 10 April 2024, after it is due on Tuesday 2
            April 2024
  Item      exampleshire-2024#draft

Next to fall due in this record: Draft action plan (draft), on Tuesday 2 April
2024, 19 working days left.

$ plandue submit exampleshire-2024#draft --on today
Written: plans/exampleshire-2024.yaml
  16 +     submitted: 2024-03-04

Exampleshire Council: Draft action plan
  Status   at risk → met, 19 working days early
  Item     exampleshire-2024#draft

Next to fall due in this record: Final action plan (final), on Thursday 13 June
2024, 69 working days left.

$ plandue submit exampleshire-2024#draft --on 2024-03-05
plandue: nothing was changed in `exampleshire-2024#draft`: it was submitted on
Monday 4 March 2024; Tuesday 5 March 2024 is in the future: today is Monday 4
March 2024; to change it all the same, edit plans/exampleshire-2024.yaml:16, or
add --force
[exit code 1]

$ echo 'actions: [{ id: A1, title: Weekly audits, deadline: 2024-05-31, answers: P1 }]' >> plans/exampleshire-2024.yaml

$ plandue
plans/exampleshire-2024.yaml:35:43: error unknown-key: `deadline` is not a key
of entry 1 of `actions`
   35 | …: A1, title: Weekly audits, deadline: 2024-05-31, answers: P1 }]
      |                              ^^^^^^^^
       hint: write `due`

plans/exampleshire-2024.yaml:35:74: error wrong-type: `answers` must be a list,
but found `P1`
   35 | …dline: 2024-05-31, answers: P1 }]
      |                              ^^
       hint: write `[P1]`

INCOMPLETE: 1 of 1 record cannot be read, so dates may be missing here:
plans/exampleshire-2024.yaml

Action plans as at Monday 4 March 2024                  numbers are working days

Exampleshire Council: ILACS focused visit
received 1 Mar 2024                                            exampleshire-2024
           69  Thu 13 Jun  final  Final action plan
  met      19  Tue 2 Apr   draft  Draft action plan

Open       1 in 1 of 1 record: 1 on track
Finished   1: 1 met
Next due   exampleshire-2024#final on Thu 13 Jun, 69 working days left
Exit code  1 until plans/exampleshire-2024.yaml is fixed
[exit code 1]

$ sed -i 's/deadline/due/; s/answers: P1/answers: [P1]/' plans/exampleshire-2024.yaml

$ plandue --today tomorrow
plandue: --today cannot be `tomorrow`. Expected a date like 2024-01-12, today or
yesterday.
See plandue check --help
[exit code 2]

$ plandue --today 2024-04-02
Action plans as at Tuesday 2 April 2024                 numbers are working days

Exampleshire Council: ILACS focused visit
received 1 Mar 2024                                            exampleshire-2024
           41  Fri 31 May  A1     Weekly audits
           50  Thu 13 Jun  final  Final action plan

Open       2 in 1 of 1 record: 2 on track
Finished   1: 1 met (--all lists them)
Next due   exampleshire-2024#A1 on Fri 31 May, 41 working days left
Exit code  0; 1 from Sat 1 Jun unless exampleshire-2024#A1 is done
