import { firefox } from '../support/engines/engines.ts';
import { nextPageInFrame } from './support/nextPageInFrame.ts';
import { journeysIn } from './support/otherEngines.ts';

journeysIn(firefox, nextPageInFrame);
