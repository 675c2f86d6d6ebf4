import { webKit } from '../support/engines/engines.ts';
import { journeysIn } from './support/otherEngines.ts';

journeysIn(webKit);
