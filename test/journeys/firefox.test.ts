import { firefox } from '../support/engines/engines.ts';
import { journeysIn } from './support/otherEngines.ts';

journeysIn(firefox);
