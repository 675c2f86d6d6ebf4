import type { Tool } from '../../content/course.ts';
import { toolPage, type BoxInput } from './pages.ts';

/** A tool's page, for those who write it. */
export function toolPreview(box: BoxInput, tool: Tool) {
  return { view: 'toolbox/tool', model: toolPage(box, tool, undefined) };
}
