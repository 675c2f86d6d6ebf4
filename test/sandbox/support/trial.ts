import { startPlatform, type Platform, type PlatformOptions } from '../../support/platform/startPlatform.ts';
import { startTool, type TestTool } from './tool.ts';

export interface Trial {
  tool: TestTool;
  platform: Platform;
  close(): Promise<void>;
}

/** A platform and a small honest tool that are registered with each other. */
export async function openTrial(options: Omit<PlatformOptions, 'toolUrl'> = {}): Promise<Trial> {
  const tool = await startTool();
  const platform = await startPlatform({ ...options, toolUrl: tool.url });
  await platform.registerWithTool();
  return {
    tool,
    platform,
    close: async () => {
      await platform.close();
      await tool.close();
    },
  };
}
