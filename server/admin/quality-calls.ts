import type { CommentTags, PublicReplies, PublicReply, PublicReplyShown } from '#wire/public-reply.ts';
import type { SecondLooks } from '#wire/second-look.ts';
import type { SurveyQuality } from '#wire/survey-quality.ts';
import type { Call } from './api.ts';

/** How forms fared, labels of comments and what is said to all. */
export function qualityCalls(call: Call) {
  return {
    labelComment: (labels: CommentTags) => call<void>('PUT', '/v1/comments/tags', labels),
    publicReplies: (period: string, signal?: AbortSignal) =>
      call<PublicReplies>('GET', `/v1/public-replies?${new URLSearchParams({ period })}`, undefined, signal),
    putPublicReply: (reply: PublicReply) => call<void>('PUT', '/v1/public-replies', reply),
    showPublicReply: (shown: PublicReplyShown) => call<void>('PUT', '/v1/public-replies/shown', shown),
    secondLooks: (period: string, signal?: AbortSignal) =>
      call<SecondLooks>('GET', `/v1/self-scores/second-looks?${new URLSearchParams({ period })}`, undefined, signal),
    surveyQuality(period: string, unit: string, signal?: AbortSignal) {
      const query = unit ? `?${new URLSearchParams({ unit })}` : '';
      return call<SurveyQuality>(
        'GET',
        `/v1/periods/${encodeURIComponent(period)}/survey-quality${query}`,
        undefined,
        signal,
      );
    },
  };
}
