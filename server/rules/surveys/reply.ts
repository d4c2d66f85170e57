import type { Stage } from './survey.ts';

/** What is behind an answer that asks for a reply. */
export const TOPICS = ['harassment', 'money', 'result', 'attitude', 'dissatisfied'] as const;
export type Topic = (typeof TOPICS)[number];

type Answers = Readonly<Record<string, string>>;

/** Options of one question after which the form asks whether a reply is wanted. */
export interface ReplyCall {
  readonly question: string;
  readonly when: readonly string[];
}

interface TopicRule {
  readonly topic: Topic;
  /** Every one of these questions has one of these answers. */
  readonly all: readonly ReplyCall[];
}

const dissatisfied = { question: 'overall', when: ['s1', 's2'] };

/** By survey id, the gravest first. */
const RULES: Readonly<Record<string, readonly TopicRule[]>> = {
  'danhgia-2026': [
    { topic: 'harassment', all: [{ question: 'q7', when: ['t0'] }] },
    { topic: 'money', all: [{ question: 'qe', when: ['cost', 'both'] }] },
    { topic: 'result', all: [{ question: 'qe', when: ['result'] }] },
    { topic: 'attitude', all: [dissatisfied, { question: 'q7', when: ['t1'] }] },
    { topic: 'dissatisfied', all: [dissatisfied] },
  ],
};

/** Answers of surveys that ask for no reply, but speak of harassment all the same. */
const GRAVE_ELSEWHERE: Readonly<Record<string, readonly ReplyCall[]>> = {
  'binh-thuan-2019': [{ question: 'l7', when: ['petition'] }],
};

const holds = (answers: Answers) => (call: ReplyCall) => call.when.includes(answers[call.question] ?? '');

/** What a reply would be about, or `null` where the form does not ask whether one is wanted. */
export function topicOrNull(survey: string, answers: Answers): Topic | null {
  return RULES[survey]?.find(({ all }) => all.every(holds(answers)))?.topic ?? null;
}

/** Harassment and money go to the inspectorate alone, never to the office they are said of. */
export function isGraveTopic(topic: Topic): boolean {
  return topic === 'harassment' || topic === 'money';
}

/** Whether the answers speak of harassment or money, so that what is written beside them is for the inspectorate alone. */
export function isGrave(survey: string, answers: Answers): boolean {
  const topic = topicOrNull(survey, answers);
  return (topic !== null && isGraveTopic(topic)) || (GRAVE_ELSEWHERE[survey] ?? []).some(holds(answers));
}

/** After which answers `survey` asks whether a reply is wanted, a question once, of those asked at a stage; empty = never. */
export function replyCalls(survey: string, stages: Readonly<Partial<Record<Stage, readonly string[]>>>): ReplyCall[] {
  const asked = new Set(Object.values(stages).flat());
  const options = new Map<string, string[]>();
  // What needs two questions needs one of the others as well, which calls for the question already.
  for (const { all } of RULES[survey] ?? [])
    for (const { question, when } of all.length === 1 ? all : [])
      if (asked.has(question)) options.set(question, [...(options.get(question) ?? []), ...when]);
  return [...options].map(([question, when]) => ({ question, when }));
}
