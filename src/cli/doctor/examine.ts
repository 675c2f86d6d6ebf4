import { misspelt } from '../../config.ts';
import type { Deps } from '../../deps.ts';
import { doubt, fault, well, type Finding } from '../../domain/finding.ts';
import { WrongToolSecret } from '../../lti/platforms/checkSecret.ts';
import { startLine, warningLine } from '../../composition/startLine.ts';
import { examineReach } from './reach.ts';
import { examineStore } from './store.ts';

/** Looks at everything that the program needs. */
export async function examine(product: Deps): Promise<Finding[]> {
  // First and alone: a locked store blocks the whole process, and platforms would seem slow.
  const store = await examineStore(product);
  const asked = await Promise.all([settings(product), keys(product), platforms(product), examineReach(product.config)]);
  return [store, ...asked].flat();
}

async function settings({ config, lti }: Deps): Promise<Finding[]> {
  const warnings = [warningLine(config), ...misspelt()].filter(Boolean);
  if (warnings.length > 0) return warnings.map((warning) => doubt('settings', warning, 'See .env.example.'));
  return [well('settings', startLine(config, await lti.platforms.list()))];
}

async function keys({ lti }: Deps): Promise<Finding[]> {
  try {
    await lti.checkSecret();
    return [well('secrets', 'TOOL_SECRET opens our keys, and DATA_KEY what is stored.')];
  } catch (error) {
    if (error instanceof WrongToolSecret)
      return [fault('secrets', 'TOOL_SECRET does not open our keys.', error.message)];
    throw error;
  }
}

async function platforms({ lti, rooms }: Deps): Promise<Finding[]> {
  const all = await lti.platforms.list();
  const active = all.filter(({ status }) => status === 'active');
  if (active.length === 0) return [doubt('platforms', 'None is active.', 'npm run platform -- invite')];
  const known = await rooms.all();
  const each = await Promise.all(
    active.map(({ id }) => {
      const room = known.find(({ platform, lineItems }) => platform === id && lineItems !== '');
      return lti.examine(id, room?.lineItems);
    }),
  );
  return each.flat();
}
