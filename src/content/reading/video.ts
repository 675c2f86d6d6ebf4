import { readCaptions } from './captions.ts';
import { findFile, readText } from '../package/files.ts';
import { languageNames } from './languages.ts';
import { report } from './context.ts';
import { MEDIA_FOLDER, onDisk } from '../package/paths.ts';
import type { YamlFile } from '../package/yaml.ts';
import { typeOf, type VideoEntry } from './mediaSchema.ts';
import type { ReadContext } from './activityReader.ts';
import { readMarkdown } from './texts.ts';
import type { Video } from '../media.ts';

interface VideoAt {
  entry: VideoEntry;
  yaml: YamlFile;
  path: PropertyKey[];
}

/** Reads everything that belongs to a video, and checks that it is complete. */
export async function readVideo(context: ReadContext, { entry, yaml, path }: VideoAt): Promise<Video> {
  const at = (key: string): MediaAt => ({ yaml, path: [...path, key] });
  const transcriptHtml = await readMarkdown(context, {
    name: entry.transcript,
    namedAt: yaml.placeOf([...path, 'transcript']),
  });
  return {
    title: entry.title,
    src: await mediaAddress(context, entry.file, at('file')),
    type: entry.type ?? typeOf(entry.file) ?? 'video/mp4',
    poster: await mediaAddress(context, entry.poster, at('poster')),
    captions: await readCaptionFile(context, entry, at('captions')),
    transcriptHtml,
    seconds: entry.seconds,
    hasOptionalVoice: entry.voice === 'optional',
    ...(entry.pause && { pause: pauseIn(context, entry, at('pause')) }),
  };
}

function pauseIn({ reading }: ReadContext, { pause, seconds }: VideoEntry, { yaml, path }: MediaAt) {
  if (pause && pause.at >= seconds) {
    report(reading, yaml.placeOf([...path, 'at']), {
      da: `at er ${pause.at}, men filmen varer ${seconds}. Vælg et tidligere sekund.`,
      en: `at is ${pause.at}, but the video lasts ${seconds}; choose an earlier second`,
    });
  }
  return pause;
}

export interface MediaAt {
  yaml: YamlFile;
  path: PropertyKey[];
}

/** Checks that a media file is in the package, or on one of the course's media hosts. Returns its address. */
export async function mediaAddress(context: ReadContext, media: string, { yaml, path }: MediaAt): Promise<string> {
  const { reading, courseId, mediaHosts } = context;
  const namedAt = yaml.placeOf(path);
  if (media.startsWith('https:')) {
    const { host } = new URL(media);
    if (!mediaHosts.includes(host)) {
      report(reading, namedAt, {
        da: `Kurset henter ikke film fra ${host}. Skriv navnet under mediaHosts i course.yaml.`,
        en: `${host} is not one of the course's media hosts; add it to mediaHosts in course.yaml`,
      });
    }
    return media;
  }
  const inPackage = `${MEDIA_FOLDER}/${media}`;
  await findFile(reading, { path: inPackage, namedAt });
  return reading.files.addressOf(courseId, inPackage);
}

async function readCaptionFile(context: ReadContext, entry: VideoEntry, at: MediaAt): Promise<Video['captions']> {
  const { reading, language, courseId } = context;
  const path = `${MEDIA_FOLDER}/${entry.captions}`;
  const source = await readText(reading, { path, namedAt: at.yaml.placeOf(at.path) });
  if (source !== undefined) {
    const file = onDisk(reading.folder, path);
    const { cues, faults } = readCaptions(source);
    for (const { line, message } of faults) report(reading, { file, line, column: 1 }, message);
    const end = cues.at(-1)?.end ?? 0;
    // Players round, so a difference of a second is not a mistake.
    if (end > entry.seconds + 1) {
      const place = at.yaml.placeOf([...at.path.slice(0, -1), 'seconds']);
      report(reading, place, {
        da: `seconds er ${entry.seconds}, men ${path} slutter efter ${Math.ceil(end)}. Ret en af dem.`,
        en: `seconds is ${entry.seconds}, but ${path} ends at ${Math.ceil(end)}; correct one of them`,
      });
    }
  }
  return { src: reading.files.addressOf(courseId, path), language, label: languageNames[language] };
}
