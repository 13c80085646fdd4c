import type { Dataset } from '#platform/http';
import { accesses, makers } from '../../../domain/decision/decision.ts';
import { noticeChanges, noticePath, routes } from '../../../domain/notice/notice.ts';
import type { ForwardPlan } from '../../../queries/forward-plan.ts';

export const noticesSource = 'Notices of forthcoming decisions as each body published them';

/** The plan as a file: the same notices as on the page, in the same order. */
export const planDataset = ({ asked, bodies, lines }: ForwardPlan): Dataset => ({
  name: `forward-plan${asked.bodyId === undefined ? '' : `-${asked.bodyId}`}-${asked.on}`,
  source: noticesSource,
  columns: [
    { key: 'body', title: 'Body' },
    { key: 'bodyName', title: 'Name of the body' },
    { key: 'reference', title: 'Reference' },
    { key: 'version', title: 'Version' },
    { key: 'title', title: 'Title' },
    { key: 'dueFrom', title: 'Due from' },
    { key: 'dueUntil', title: 'Due until' },
    { key: 'decisionMaker', title: 'Decision maker' },
    { key: 'makerKind', title: 'Kind of decision maker' },
    { key: 'isKey', title: 'Key decision' },
    { key: 'access', title: 'Public access' },
    { key: 'isPrivate', title: 'Meeting in private' },
    { key: 'route', title: 'Notice' },
    { key: 'change', title: 'Latest version' },
    { key: 'firstPublishedOn', title: 'First published on' },
    { key: 'publishedOn', title: 'Latest version published on' },
    { key: 'places', title: 'Places' },
    { key: 'topics', title: 'Topics' },
    { key: 'page', title: 'Page' },
  ],
  rows: lines.map((line) => ({
    body: line.bodyId,
    bodyName: bodies.get(line.bodyId)?.name ?? line.bodyId,
    reference: line.reference,
    version: line.version,
    title: line.title,
    dueFrom: line.dueFrom,
    dueUntil: line.dueUntil,
    decisionMaker: line.decisionMaker,
    makerKind: makers[line.makerKind].title,
    isKey: line.isKey,
    access: accesses[line.access],
    isPrivate: line.isPrivate,
    route: routes[line.route],
    change: noticeChanges[line.change],
    firstPublishedOn: line.firstPublishedOn,
    publishedOn: line.publishedOn,
    places: line.places.join(' '),
    topics: line.topics.join(' '),
    page: noticePath(line),
  })),
});
