// What stands in a policy, in the viewer's words: codes that people know from other screens by a name have it here too.
import {known, list} from '../i18n/text.js';
import {spoken} from './spoken.js';

const event = (code) => known('eventName', code);
const type = (code) => known('temper', code) ?? known('relation', code);
const queue = (code) => known('queue', code) ?? known('default', code);
const clock = (code) => known('clock', code);
const channel = (code) => known('channel', code);
const channelKind = (code) => known('channelKind', code);
const pool = (code) => known('pool', code);
const skill = (code) => known('skill', code);
const role = (code) => known('authorityRole', code);
const factor = (code) => known('factor', code);
const sign = (code) => known('sign', code);
const calendar = (code) => known('policyName', code);
const tier = (code) => known('tier', code);
const rule = (code) => known('rule', code);

/** By the field in which a value stands. */
const VALUES = {
  clock, clocks: clock, notWhile: clock, queue, pool, skills: skill, ja: skill, en: skill, zh: skill, role, otherwise: role,
  factor, factors: factor, sign, type, rule, calendar, shift: calendar, tiers: tier, channels: channel,
  voice: channel, chat: channel, written: channel, event, startsOn: event, metOn: event, cancelledOn: event, pausesOn: event, resumesOn: event,
  levels: (code) => known('priority', code), by: (code) => known('actorKind', code), family: (code) => known('clockFamily', code),
  actions: (code) => known('escalation', code), takes: (code) => known('takes', code), kind: (code) => known('policyKind', code),
  waitingFor: (code) => known('waitingFor', code),
};

/** By the field that holds them: what its entries are called by. */
const ENTRIES = {
  clocks: clock, measures: clock, rules: rule, factors: factor, signs: sign, tempers: type, relations: type, protocols: queue,
  pools: pool, roles: role, capacities: channelKind, channelKinds: channelKind,
};

/** A value of the field `key`, for people to read. */
export const said = (key, value) => (typeof value === 'string' ? VALUES[key]?.(value) : undefined) ?? spoken(value);

/** Several of them. */
export const allSaid = (key, values) => list(values.map((each) => said(key, each)));

/** An entry's name within the field `key`, where one is known. */
export const entryName = (key, entry) => ENTRIES[key]?.(entry);
