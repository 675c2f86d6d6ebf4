import type { Tool } from '../../content/course.ts';
import { toolPage, type BoxInput } from './pages.ts';

/** A tool's page, as a preview for its authors. */
export function toolPreview(box: BoxInput, tool: Tool) {
  return { view: 'toolbox/tool', model: toolPage(box, tool, undefined) };
}
