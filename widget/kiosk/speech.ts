import type { Lang } from '#rules/surveys/survey.ts';

const voices = () => globalThis.speechSynthesis?.getVoices() ?? [];

function voiceOf(lang: Lang): SpeechSynthesisVoice | undefined {
  return voices().find((voice) => voice.lang.toLowerCase().startsWith(lang));
}

/** Whether this tablet has a voice for `lang`: a Vietnamese question read by an English voice helps nobody. */
export const canSpeak = (lang: Lang) => voiceOf(lang) !== undefined;

/** Tells when the list of voices is there; browsers fill it late. */
export function whenVoices(tell: () => void): void {
  globalThis.speechSynthesis?.addEventListener?.('voiceschanged', tell);
}

export function speak(lang: Lang, text: string): void {
  const voice = voiceOf(lang);
  if (!voice) return;
  hush();
  const said = new SpeechSynthesisUtterance(text);
  said.voice = voice;
  said.lang = voice.lang;
  said.rate = 0.95;
  speechSynthesis.speak(said);
}

export function hush(): void {
  globalThis.speechSynthesis?.cancel();
}
