import type { Step } from '../../content/course.ts';
import type { YamlFile } from '../../content/package/yaml.ts';
import type { ReadContext } from '../../content/reading/activityReader.ts';
import type { PictureEntry, SceneEntry, SoundEntry } from './schema.ts';
import { noteTexts, readInline, readMarkdown } from '../../content/reading/texts.ts';
import { mediaAddress, readVideo } from '../../content/reading/video.ts';
import type { Picture, Sound } from '../../content/media.ts';

interface SceneAt {
  yaml: YamlFile;
  path: PropertyKey[];
}

/** Reads what a scene shows, in pictures, sound and text. */
export async function readScene(
  context: ReadContext,
  scene: SceneEntry,
  { yaml, path }: SceneAt,
): Promise<Pick<Step, 'picture' | 'sound' | 'video' | 'html' | 'isHeavy'>> {
  const { picture, sound, video } = scene;
  noteTexts(context, yaml.file, [{ line: yaml.placeOf([...path, 'title']).line, text: scene.title }]);
  return {
    ...(picture && { picture: await readPicture(context, picture, { yaml, path }) }),
    ...(sound && { sound: await readSound(context, sound, { yaml, path: [...path, 'sound'] }) }),
    video: video && (await readVideo(context, { entry: video, yaml, path: [...path, 'video'] })),
    html: readInline(context, scene.text, yaml.placeOf([...path, 'text'])),
    ...(scene.heavy && { isHeavy: true }),
  };
}

/** @param at where `picture` is in the file */
export async function readPicture(context: ReadContext, picture: PictureEntry, at: SceneAt): Promise<Picture> {
  const path = [...at.path, 'picture', 'file'];
  return { src: await mediaAddress(context, picture.file, { yaml: at.yaml, path }), alt: picture.alt };
}

async function readSound(context: ReadContext, sound: SoundEntry, { yaml, path }: SceneAt): Promise<Sound> {
  const namedAt = yaml.placeOf([...path, 'transcript']);
  return {
    title: sound.title,
    src: await mediaAddress(context, sound.file, { yaml, path: [...path, 'file'] }),
    type: sound.file.endsWith('.m4a') ? 'audio/mp4' : 'audio/mpeg',
    transcriptHtml: await readMarkdown(context, { name: sound.transcript, namedAt }),
  };
}
