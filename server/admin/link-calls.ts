import type { SurveyLinksCount, SurveyLinksRequest } from '#wire/survey-links.ts';
import type { Ask, Call } from './api.ts';

/** A file the server made once, to be saved by who asked for it. */
export interface LinkFile {
  readonly name: string;
  readonly content: Blob;
  readonly count: SurveyLinksCount;
}

type Wanted = Partial<SurveyLinksRequest> & Pick<SurveyLinksRequest, 'stage'>;

/** Survey links for a list of dossiers. */
export function linkCalls(ask: Ask, call: Call) {
  return {
    countLinks: (wanted: Wanted) => call<SurveyLinksCount>('POST', '/v1/survey-links/preview', wanted),
    async makeLinks(wanted: Wanted): Promise<LinkFile> {
      const answer = await ask('POST', '/v1/survey-links', wanted);
      const [, name = 'duong-dan-danh-gia.csv'] =
        /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '') ?? [];
      const count = JSON.parse(answer.headers.get('x-dvc-links') ?? '{}') as SurveyLinksCount;
      return { name, content: await answer.blob(), count };
    },
  };
}
