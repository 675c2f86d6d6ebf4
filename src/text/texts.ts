import type { Language } from '../domain/viewer.ts';
import { accessibility as daAccessibility } from './da/accessibility.ts';
import { common as daCommon } from './da/common.ts';
import { diary as daDiary } from './da/diary.ts';
import { symptomCircle as daSymptomCircle } from './da/symptomCircle.ts';
import { takeAlong as daTakeAlong } from './da/takeAlong.ts';
import { evaluation as daEvaluation } from './da/evaluation.ts';
import { absence as daAbsence } from './da/absence.ts';
import { accessLog as daAccessLog } from './da/accessLog.ts';
import { handleplan as daHandleplan } from './da/handleplan.ts';
import { instructor as daInstructor } from './da/instructor.ts';
import { overview as daOverview } from './da/overview.ts';
import { people as daPeople } from './da/people.ts';
import { picker as daPicker } from './da/picker.ts';
import { leftOut as daLeftOut } from './da/leftOut.ts';
import { operation as daOperation } from './da/operation.ts';
import { prep as daPrep } from './da/prep.ts';
import { privacy as daPrivacy } from './da/privacy.ts';
import { problems as daProblems } from './da/problems.ts';
import { provisioning as daProvisioning } from './da/provisioning.ts';
import { refusals as daRefusals } from './da/refusals.ts';
import { replies as daReplies } from './da/replies.ts';
import { reminders as daReminders } from './da/reminders.ts';
import { room as daRoom } from './da/room.ts';
import { toolbox as daToolbox } from './da/toolbox.ts';
import { scenario as daScenario } from './da/scenario.ts';
import { signOut as daSignOut } from './da/signOut.ts';
import { wholeWindow as daWholeWindow } from './da/wholeWindow.ts';
import { survey as daSurvey } from './da/survey.ts';
import { accessibility as enAccessibility } from './en/accessibility.ts';
import { common as enCommon } from './en/common.ts';
import { diary as enDiary } from './en/diary.ts';
import { symptomCircle as enSymptomCircle } from './en/symptomCircle.ts';
import { takeAlong as enTakeAlong } from './en/takeAlong.ts';
import { evaluation as enEvaluation } from './en/evaluation.ts';
import { absence as enAbsence } from './en/absence.ts';
import { accessLog as enAccessLog } from './en/accessLog.ts';
import { handleplan as enHandleplan } from './en/handleplan.ts';
import { instructor as enInstructor } from './en/instructor.ts';
import { overview as enOverview } from './en/overview.ts';
import { people as enPeople } from './en/people.ts';
import { picker as enPicker } from './en/picker.ts';
import { leftOut as enLeftOut } from './en/leftOut.ts';
import { operation as enOperation } from './en/operation.ts';
import { prep as enPrep } from './en/prep.ts';
import { privacy as enPrivacy } from './en/privacy.ts';
import { problems as enProblems } from './en/problems.ts';
import { provisioning as enProvisioning } from './en/provisioning.ts';
import { refusals as enRefusals } from './en/refusals.ts';
import { replies as enReplies } from './en/replies.ts';
import { reminders as enReminders } from './en/reminders.ts';
import { room as enRoom } from './en/room.ts';
import { toolbox as enToolbox } from './en/toolbox.ts';
import { scenario as enScenario } from './en/scenario.ts';
import { signOut as enSignOut } from './en/signOut.ts';
import { wholeWindow as enWholeWindow } from './en/wholeWindow.ts';
import { survey as enSurvey } from './en/survey.ts';

const da = {
  accessibility: daAccessibility,
  common: daCommon,
  signOut: daSignOut,
  wholeWindow: daWholeWindow,
  room: daRoom,
  toolbox: daToolbox,
  prep: daPrep,
  absence: daAbsence,
  accessLog: daAccessLog,
  overview: daOverview,
  leftOut: daLeftOut,
  handleplan: daHandleplan,
  diary: daDiary,
  symptomCircle: daSymptomCircle,
  takeAlong: daTakeAlong,
  operation: daOperation,
  provisioning: daProvisioning,
  scenario: daScenario,
  survey: daSurvey,
  evaluation: daEvaluation,
  instructor: daInstructor,
  people: daPeople,
  picker: daPicker,
  reminders: daReminders,
  replies: daReplies,
  privacy: daPrivacy,
  problems: daProblems,
  refusals: daRefusals,
};

/** Every sentence of the interface. A sentence that one language lacks is a compile error. */
export type Text = typeof da;

export const texts: Record<Language, Text> = {
  da,
  en: {
    accessibility: enAccessibility,
    common: enCommon,
    signOut: enSignOut,
    wholeWindow: enWholeWindow,
    room: enRoom,
    toolbox: enToolbox,
    prep: enPrep,
    absence: enAbsence,
    accessLog: enAccessLog,
    overview: enOverview,
    leftOut: enLeftOut,
    handleplan: enHandleplan,
    diary: enDiary,
    symptomCircle: enSymptomCircle,
    takeAlong: enTakeAlong,
    operation: enOperation,
    provisioning: enProvisioning,
    scenario: enScenario,
    survey: enSurvey,
    evaluation: enEvaluation,
    instructor: enInstructor,
    people: enPeople,
    picker: enPicker,
    reminders: enReminders,
    replies: enReplies,
    privacy: enPrivacy,
    problems: enProblems,
    refusals: enRefusals,
  },
};
