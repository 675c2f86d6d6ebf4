export { stepRoutes } from './routes.ts';
export type { StepDeps } from './showStep.ts';
export { createRescue, type RescueDeps } from './rescue.ts';
export { answerInWords, faultMessage, inputIdOf, questionModel } from './questionModel.ts';
export { answerTo } from './rules.ts';
export { isShown } from './visible.ts';
export {
  errorsOf,
  hiddenOf,
  postForm,
  questionModels,
  readForm,
  textsIn,
  textsOf,
  type OwnPlace,
  type Posted,
  type ShownForm,
  type Wrong,
} from './ownForm.ts';
