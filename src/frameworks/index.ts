import areaSend2016 from './area-send-2016.yaml'
import areaSend2023 from './area-send-2023.yaml'
import cqcRequest from './cqc-request.yaml'
import estyn from './estyn.yaml'
import type { Framework } from './framework.ts'
import hmicfrs from './hmicfrs.yaml'
import ilacsFocusedVisit from './ilacs-focused-visit.yaml'
import ilacsShort from './ilacs-short.yaml'
import ilacsStandard from './ilacs-standard.yaml'
import iopc from './iopc.yaml'
import jtai from './jtai.yaml'
import localGovernmentOmbudsman from './local-government-ombudsman.yaml'
import preventionOfFutureDeaths from './prevention-of-future-deaths.yaml'
import publicInterestReport from './public-interest-report.yaml'
import publicServicesOmbudsmanWales from './public-services-ombudsman-wales.yaml'
import schoolCausingConcern from './school-causing-concern.yaml'
import sif from './sif.yaml'
import urgentNotification from './urgent-notification.yaml'

/**
 * The frameworks that plandue ships. To add one, write its YAML file and add it here; the build takes
 * the file in as data, and a test reads it with the reader that a user's own framework goes through.
 */
export const shippedFrameworks: readonly Framework[] = [
  ilacsFocusedVisit,
  ilacsStandard,
  ilacsShort,
  sif,
  jtai,
  areaSend2016,
  areaSend2023,
  hmicfrs,
  iopc,
  preventionOfFutureDeaths,
  urgentNotification,
  estyn,
  schoolCausingConcern,
  cqcRequest,
  localGovernmentOmbudsman,
  publicServicesOmbudsmanWales,
  publicInterestReport,
]
