/* Made from docs/openapi.json by src/server/write-openapi.ts. Do not edit. */

export type Actor = { readonly "jurisdictions": readonly (string)[]; readonly "roles": readonly (string)[] };

export type Answer = { readonly "effect": Effect; readonly "policy"?: string; readonly "plain": string; readonly "provisions": readonly (AppliedProvision)[]; readonly "considered": readonly ({ readonly "regime": string; readonly "provision": string; readonly "because": string })[]; readonly "unknowns": readonly ({ readonly "fact": string; readonly "question": string; readonly "wouldChange": string })[]; readonly "notForbidden": readonly (string)[]; readonly "notices"?: readonly (string)[]; readonly "namesakes"?: readonly (Namesake)[]; readonly "on": Day; readonly "known": Day; readonly "register": string; readonly "engine": string; readonly "listStandings": ListStandings; readonly "counterparty"?: { readonly "id": string; readonly "caption": string }; readonly "regimes": Readonly<Record<string, string>> };

export type AppliedProvision = { readonly "regime": string; readonly "provision": string; readonly "effect": Effect; readonly "policy"?: string; readonly "listing": string; readonly "path": readonly (PathStep)[]; readonly "citation": string; readonly "from"?: string; readonly "until"?: string; readonly "because": string; readonly "verified": string; readonly "wouldBe"?: Effect; readonly "assumed"?: boolean };

export type Asset = { readonly "id": string; readonly "kind": string; readonly "label": string; readonly "rows": readonly ({ readonly "file": string; readonly "line": number })[]; readonly "brand"?: string; readonly "maker"?: string; readonly "confidence"?: "certain" | "probable" | "possible" | "unknown"; readonly "score"?: number; readonly "evidence": readonly ({ readonly "signal": string; readonly "value": string; readonly "pointsTo": string; readonly "weight": number; readonly "for": boolean; readonly "source": string })[]; readonly "conflicts": readonly (string)[]; readonly "settle"?: string; readonly "findings": readonly ({ readonly "activity": string; readonly "effect": Effect; readonly "plain": string; readonly "citation": string; readonly "regime": string; readonly "explanation": string; readonly "path": readonly (PathStep)[] })[] };

/** Changed dealings that differ only in the asset. */
export type ChangeGroup = { readonly "id": string; readonly "label": string; readonly "assetKind": string; readonly "activity": string; readonly "party": string; readonly "confidence": "certain" | "probable" | "possible" | "unknown"; readonly "before": Effect; readonly "after": Effect; readonly "policy"?: string; readonly "direction": "stricter" | "freer" | "other reason"; readonly "from": Day; readonly "later": readonly ({ readonly "from": Day; readonly "effect": Effect; readonly "because": string })[]; readonly "because": string; readonly "citation": string; readonly "regime": string; readonly "path": readonly (PathStep)[]; readonly "verified": string; readonly "count": number; readonly "assets": number; readonly "values": readonly (Money)[] };

/** From the cheapest to the dearest price that fits each device. */
export type CostRange = { readonly "devices": number; readonly "priced": number; readonly "notKnown": number; readonly "low": readonly (Money)[]; readonly "high": readonly (Money)[] };

/** A calendar day, such as 2022-06-01. */
export type Day = string;

/** A calendar day, such as 2022-06-01. */
export type DayInput = string;

export type DeviceHit = { readonly "reading": "MAC address" | "model number" | "brand"; readonly "text": string; readonly "maker"?: string; readonly "party"?: string; readonly "brand"?: string; readonly "confidence": "certain" | "probable" | "possible" | "unknown"; readonly "evidence": readonly ({ readonly "signal": string; readonly "value": string; readonly "pointsTo": string; readonly "for": boolean; readonly "source": string })[]; readonly "settle"?: string };

export type Effect = "blocked" | "prohibited" | "licence required" | "not authorised" | "ineligible" | "rebuttable presumption" | "removal required" | "disclosure required" | "red flag" | "allowed" | "undetermined";

export type EntryDelta = { readonly "list": string; readonly "entry": string; readonly "name": string; readonly "party"?: string; readonly "schema": string; readonly "regimes": readonly (string)[]; readonly "state": "added" | "removed" | "changed"; readonly "changes": readonly ({ readonly "kind": string; readonly "about"?: string; readonly "before"?: string; readonly "after"?: string })[]; readonly "touches": readonly (TouchedPortfolio)[] };

export type Event = { readonly "id": string; readonly "day": Day; readonly "dayText": string; readonly "status": string; readonly "text": string; readonly "regimes": readonly (string)[]; readonly "provenance": Provenance };

export type FactWord = { readonly "word": string; readonly "says": string; readonly "ask": string; readonly "kind": "yes or no" | "word" | "percent" | "country" | "text"; readonly "values"?: readonly (string)[] };

export type GivenFilesInput = { readonly "title"?: string; readonly "as"?: string; readonly "jurisdiction"?: string; readonly "files": readonly ({ readonly "name": string; readonly "base64": string })[] };

export type HeldVersion = { readonly "sha256": string; readonly "published": Day; readonly "publishedEvidence": string; readonly "fetchedAt": string; readonly "entries": number; readonly "issues": number; readonly "lost": number; readonly "format": string; readonly "completeness": "whole" | "extract"; readonly "origin": string; readonly "url"?: string };

export type Identifier = { readonly "kind": string; readonly "value": string; readonly "issuer"?: string; readonly "label"?: string; readonly "provenance"?: Provenance };

export type Job = { readonly "id": string; readonly "kind": string; readonly "state": "running" | "done" | "failed" | "cancelled"; readonly "done": number; readonly "total"?: number; readonly "note"?: string; readonly "result"?: string; readonly "problem"?: { readonly "type": string; readonly "title": string; readonly "status": number; readonly "detail"?: string; readonly "code"?: string; readonly "place"?: string; readonly "remedy"?: string; readonly "errors"?: readonly ({ readonly "path": string; readonly "message": string })[] } };

export type List = { readonly "source": string; readonly "title": string; readonly "publisher": string; readonly "state": "fresh" | "stale" | "not held"; readonly "currentOn"?: Day; readonly "staleSince"?: Day; readonly "freshnessDays": number; readonly "live"?: HeldVersion; readonly "versions": readonly (HeldVersion)[]; readonly "warnings": readonly (string)[]; readonly "refused": number; readonly "lastCheck"?: { readonly "checkedAt": string; readonly "outcome": string; readonly "message"?: string } };

export type ListStandings = { readonly "asOf": Day; readonly "stale": Readonly<Record<string, number>>; readonly "standingIn": Readonly<Record<string, Day>>; readonly "missing": readonly (string)[]; readonly "partial": readonly (string)[] };

export type Listing = { readonly "id": string; readonly "party": string; readonly "caption": string; readonly "regime": string; readonly "from"?: Day; readonly "until"?: Day; readonly "seen"?: Day; readonly "state": "in force" | "not known"; readonly "because"?: string; readonly "citation": string; readonly "programs": readonly (string)[]; readonly "source": string; readonly "verified": string };

export type Lists = { readonly "today": Day; readonly "known": Day; readonly "register": string; readonly "lists": readonly (List)[]; readonly "days": readonly (Day)[] };

export type ListsDelta = { readonly "from": Day; readonly "to": Day; readonly "lists": readonly ({ readonly "source": string; readonly "title": string; readonly "from"?: { readonly "published": Day; readonly "sha256": string; readonly "format": string; readonly "entries": number }; readonly "to"?: { readonly "published": Day; readonly "sha256": string; readonly "format": string; readonly "entries": number }; readonly "added": number; readonly "removed": number; readonly "changed": number; readonly "notices": readonly (string)[] })[]; readonly "regimes": Readonly<Record<string, string>>; readonly "entries": readonly (EntryDelta)[]; readonly "total": number; readonly "touching": number; readonly "next"?: number };

export type MatchPiece = { readonly "code": string };

export type MatrixCell = { readonly "activity": string; readonly "effect": Effect; readonly "policy"?: string; readonly "citation"?: string; readonly "because"?: string };

export type MatrixRow = { readonly "regime": string; readonly "short": string; readonly "name": string; readonly "jurisdiction": string; readonly "standing": "listed" | "derived" | "undetermined" | "listed earlier" | "listed later" | "not listed"; readonly "since"?: Day; readonly "until"?: Day; readonly "effect": Effect; readonly "cells": readonly (MatrixCell)[]; readonly "doesNotDo": readonly (string)[]; readonly "entries": readonly (StandingEntry)[] };

export type Moment = { readonly "day": Day; readonly "kind": "listed" | "ended" | "event" | "deadline" | "link"; readonly "text": string };

export type Money = { readonly "minor": number; readonly "currency": string };

export type MoneyView = { readonly "payments": readonly ({ readonly "when": string; readonly "treatment": string; readonly "payments": number; readonly "values": readonly (Money)[]; readonly "withoutValue": number })[]; readonly "holdings": readonly ({ readonly "security": string; readonly "issuer": string; readonly "values": readonly (Money)[]; readonly "quantity": string; readonly "dailyVolume": string; readonly "tradingDays": number | "not known"; readonly "confidence": "certain" | "probable" | "possible" | "unknown"; readonly "saleAllowed": "always" | "never" | "undetermined" | { readonly "from": Day; readonly "until"?: Day }; readonly "enough": "yes" | "no" | "not known" })[]; readonly "volumeShare": number; readonly "replacement": { readonly "changed": CostRange; readonly "forced": CostRange; readonly "prices": readonly ({ readonly "id": string; readonly "device": string; readonly "low": Money; readonly "high": Money; readonly "says": string; readonly "source": string; readonly "verified": string; readonly "asOf"?: string })[] }; readonly "assumptions": readonly (string)[] };

export type Name = { readonly "text": string; readonly "kind": string; readonly "script"?: string; readonly "language"?: string; readonly "provenance"?: Provenance };

export type Namesake = { readonly "party": string; readonly "caption": string; readonly "score": number; readonly "listedOn": readonly (string)[] };

export type Owners = { readonly "party": string; readonly "on": Day; readonly "known": Day; readonly "listStandings": ListStandings; readonly "nodes": readonly (OwnershipNode)[]; readonly "edges": readonly (OwnershipEdge)[]; readonly "proofs": readonly (OwnershipProof)[]; readonly "left": number; readonly "sources": Readonly<Record<string, string>> };

export type OwnershipEdge = { readonly "id": string; readonly "kind": string; readonly "owner": string; readonly "owned": string; readonly "share"?: string; readonly "basis"?: string; readonly "from"?: Day; readonly "until"?: Day; readonly "asOf"?: string; readonly "disputed"?: string; readonly "note"?: string; readonly "inForce": boolean; readonly "provenance": Provenance };

export type OwnershipNode = { readonly "id": string; readonly "caption": string; readonly "countries": readonly (string)[]; readonly "schema": string; readonly "level": number; readonly "listedOn": readonly (string)[]; readonly "reachedBy": readonly (string)[]; readonly "undetermined": readonly (string)[] };

export type OwnershipProof = { readonly "regime": string; readonly "short": string; readonly "result": "caught" | "undetermined" | "connected"; readonly "listed": string; readonly "listedName": string; readonly "settle"?: string; readonly "path": readonly (PathStep)[]; readonly "edges": readonly (string)[] };

export type Party = { readonly "id": string; readonly "caption": string; readonly "schema": string; readonly "on": Day; readonly "known": Day; readonly "today": Day; readonly "register": string; readonly "listStandings": ListStandings; readonly "actor": Actor; readonly "names": readonly (Name)[]; readonly "identifiers": readonly (Identifier)[]; readonly "addresses": readonly ({ readonly "full": string; readonly "country"?: string; readonly "provenance"?: Provenance })[]; readonly "countries": readonly (string)[]; readonly "nationalities": readonly (string)[]; readonly "birthDates": readonly (string)[]; readonly "birthPlaces": readonly (string)[]; readonly "gender"?: string; readonly "founded"?: string; readonly "titles": readonly (string)[]; readonly "attributes": Readonly<Record<string, readonly (string)[]>>; readonly "notes": readonly (string)[]; readonly "provenance": readonly (Provenance)[]; readonly "activities": readonly ({ readonly "activity": string; readonly "says": string; readonly "effect": Effect; readonly "policy"?: string; readonly "plain": string; readonly "lead"?: { readonly "regime": string; readonly "short": string; readonly "citation": string; readonly "verified": string }; readonly "unknowns": readonly (string)[] })[]; readonly "matrix": readonly (MatrixRow)[]; readonly "elsewhere": readonly ({ readonly "regime": string; readonly "short": string })[]; readonly "namesakes": readonly (Namesake)[]; readonly "timeline": readonly (Event)[]; readonly "ahead": readonly (Event)[]; readonly "brands": readonly ({ readonly "id": string; readonly "brand": string; readonly "relation": string; readonly "grade": string; readonly "from"?: Day; readonly "until"?: Day; readonly "models"?: string; readonly "status": string; readonly "provenance": Provenance })[]; readonly "marks": Readonly<Record<string, number>>; readonly "merges": readonly ({ readonly "member": string; readonly "evidence": string; readonly "reason": string })[]; readonly "moments": readonly (Moment)[]; readonly "sources": Readonly<Record<string, string>> };

export type PartyHit = { readonly "id": string; readonly "caption": string; readonly "schema": string; readonly "countries": readonly (string)[]; readonly "by": "name" | "identifier" | "part of a name"; readonly "score": number; readonly "strength": number; readonly "matched": string; readonly "matchedKind": string; readonly "explanation": string; readonly "listedOn": readonly (string)[]; readonly "listedPerhaps": readonly (string)[]; readonly "listedEarlier": readonly (string)[] };

export type PathStep = { readonly "from": string; readonly "relation": string; readonly "to": string; readonly "share"?: string; readonly "source"?: string; readonly "verified"?: string };

export type Portfolio = { readonly "id": string; readonly "title": string; readonly "invented": boolean; readonly "origin": "demo" | "own"; readonly "actor": Actor; readonly "on": Day; readonly "known": Day; readonly "register": string; readonly "listStandings": ListStandings; readonly "files": readonly ({ readonly "file": string; readonly "sha256": string; readonly "rows": number; readonly "reader": string; readonly "notices": readonly (string)[] })[]; readonly "issues": readonly ({ readonly "file"?: string; readonly "line"?: number; readonly "field"?: string; readonly "message": string; readonly "lost": boolean })[]; readonly "sites": readonly ({ readonly "id": string; readonly "name": string; readonly "city"?: string; readonly "latitude"?: number; readonly "longitude"?: number; readonly "assets": number; readonly "effect"?: Effect; readonly "found": number })[]; readonly "duties": readonly ({ readonly "duty": "stop using" | "divest" | "stop buying" | "stop dealing" | "ask for a licence" | "disclose" | "find out"; readonly "label": string; readonly "assetKind": string; readonly "activity": string; readonly "effect": Effect; readonly "party"?: string; readonly "caption": string; readonly "confidence": "certain" | "probable" | "possible" | "unknown"; readonly "assets": readonly (string)[]; readonly "count": number; readonly "values": readonly (Money)[]; readonly "because": string; readonly "citation": string; readonly "regime": string; readonly "verified": string; readonly "path": readonly (PathStep)[]; readonly "questions": readonly (string)[] })[]; readonly "inventory": readonly ({ readonly "id": string; readonly "kind": string; readonly "label": string; readonly "site"?: string; readonly "count": number; readonly "value"?: Money; readonly "maker"?: string; readonly "party"?: string; readonly "confidence"?: "certain" | "probable" | "possible" | "unknown"; readonly "effect"?: Effect; readonly "match"?: "certain" | "probable" | "possible" | "unknown"; readonly "wouldBe"?: Effect; readonly "brand"?: string; readonly "relabelled": boolean; readonly "settle"?: string })[] };

export type PortfolioList = { readonly "portfolios": readonly ({ readonly "id": string; readonly "title": string; readonly "invented": boolean; readonly "origin": "demo" | "own"; readonly "actor": Actor; readonly "assets": number; readonly "sites": number; readonly "kinds": Readonly<Record<string, number>> })[] };

export type PortfolioNeeds = { readonly "id": string; readonly "title": string; readonly "assets": number; readonly "duties": readonly ({ readonly "duty": "stop using" | "divest" | "stop buying" | "stop dealing" | "ask for a licence" | "disclose" | "find out" | "nothing"; readonly "assets": number })[]; readonly "days": readonly ({ readonly "day": Day; readonly "what": string; readonly "asset": string })[]; readonly "changes": number; readonly "unsettled": { readonly "devices": number; readonly "check"?: string; readonly "settles": number } };

export type PortfolioPreview = { readonly "title": string; readonly "actor": Actor; readonly "assets": number; readonly "kinds": Readonly<Record<string, number>>; readonly "files": readonly ({ readonly "file": string; readonly "sha256": string; readonly "rows": number; readonly "reader": string; readonly "notices": readonly (string)[] })[]; readonly "mappings": readonly ({ readonly "file": string; readonly "kind": string; readonly "profile"?: string; readonly "columns": Readonly<Record<string, string>>; readonly "dropped": readonly (string)[] })[]; readonly "issues": readonly ({ readonly "file"?: string; readonly "line"?: number; readonly "field"?: string; readonly "message": string; readonly "lost": boolean })[]; readonly "lost": number; readonly "unread": readonly ({ readonly "file": string; readonly "message": string; readonly "remedy"?: string })[]; readonly "sample": readonly ({ readonly "id": string; readonly "kind": string; readonly "label": string; readonly "site"?: string })[] };

export type PortfolioRehearsal = { readonly "id": string; readonly "title": string; readonly "invented": boolean; readonly "actor": Actor; readonly "assets": number; readonly "touched": number; readonly "changedAssets": number; readonly "changedDealings": number; readonly "devices": number; readonly "valuesByKind": readonly ({ readonly "kind": "device" | "vendor" | "contract" | "holding" | "payment"; readonly "assets": number; readonly "values": readonly (Money)[]; readonly "reasons": readonly ({ readonly "regime": string; readonly "effect": Effect; readonly "assets": number; readonly "values": readonly (Money)[]; readonly "valued": readonly (number)[]; readonly "withoutValue": number })[] })[]; readonly "before": RehearsalSide; readonly "after": RehearsalSide; readonly "groups": readonly (ChangeGroup)[]; readonly "groupCount": number; readonly "deadlines": readonly ({ readonly "day": Day; readonly "what": string; readonly "why": string; readonly "asset"?: string; readonly "value"?: Money; readonly "citation"?: string })[]; readonly "payments": readonly ({ readonly "when": string; readonly "payments": number; readonly "values": readonly (Money)[] })[]; readonly "money": MoneyView; readonly "questions": readonly ({ readonly "kind": "missing fact" | "maker not settled"; readonly "question": string; readonly "count": number; readonly "about": readonly (string)[] })[]; readonly "substitutes": readonly ({ readonly "party": string; readonly "caption": string; readonly "before": Effect; readonly "after": Effect; readonly "listings": readonly (string)[]; readonly "note": string })[] };

export type Problem = { readonly "type": string; readonly "title": string; readonly "status": number; readonly "detail"?: string; readonly "code"?: string; readonly "place"?: string; readonly "remedy"?: string; readonly "errors"?: readonly ({ readonly "path": string; readonly "message": string })[] };

export type Provenance = { readonly "source": string; readonly "verified": string; readonly "note"?: string };

export type QuestionInput = { readonly "on"?: DayInput; readonly "actor"?: string | { readonly "jurisdiction"?: string | readonly (string)[]; readonly "jurisdictions"?: string | readonly (string)[]; readonly "role"?: string | readonly (string)[]; readonly "roles"?: string | readonly (string)[] }; readonly "activity": string; readonly "item"?: string | { readonly "description"?: string | null; readonly "eccn"?: string | null; readonly "origin"?: string | null; readonly "kind"?: string | null; readonly "maker"?: string | null; readonly "facts"?: Readonly<Record<string, string | number | boolean | null>> } | null; readonly "facts"?: Readonly<Record<string, string | number | boolean | null>> | null; readonly "id"?: string | number; readonly "known"?: DayInput; readonly "counterparty"?: string | null; readonly "assume"?: readonly (unknown)[] };

export type ReachedParty = { readonly "party": string; readonly "caption": string; readonly "result": "caught" | "undetermined"; readonly "regimes": readonly (string)[]; readonly "because": string; readonly "path": readonly (PathStep)[]; readonly "settle"?: string };

export type Rehearsal = { readonly "scenario": { readonly "id": string; readonly "title": string; readonly "note"?: string; readonly "on": Day; readonly "assumptions": readonly (string)[] }; readonly "known": Day; readonly "register": string; readonly "engine": string; readonly "listStandings": ListStandings; readonly "versions": number; readonly "keyDays": readonly ({ readonly "day": Day; readonly "what": string })[]; readonly "map": ShockMap; readonly "reached": readonly (ReachedParty)[]; readonly "next": readonly ({ readonly "party": string; readonly "caption": string; readonly "shared": readonly ({ readonly "criterion": string; readonly "source": string; readonly "verified": string })[]; readonly "listings": readonly (string)[] })[]; readonly "notForbidden": readonly (string)[]; readonly "sources": readonly ({ readonly "title": string; readonly "verified": string })[]; readonly "portfolios": readonly (PortfolioRehearsal)[]; readonly "regimes": Readonly<Record<string, string>> };

export type RehearsalSide = { readonly "on": Day; readonly "effects": readonly ({ readonly "effect": Effect; readonly "assets": number; readonly "onlyPossible": number; readonly "count": number })[] };

export type Scenarios = { readonly "scenarios": readonly ({ readonly "id": string; readonly "title": string; readonly "note"?: string; readonly "on": Day; readonly "assumptions": readonly (string)[]; readonly "party"?: string; readonly "regime"?: string })[]; readonly "portfolios": readonly ({ readonly "id": string; readonly "title": string; readonly "invented": boolean; readonly "assets": number })[]; readonly "regimes": readonly ({ readonly "id": string; readonly "short": string; readonly "name": string; readonly "jurisdiction": string; readonly "family": string })[]; readonly "precedents": readonly ({ readonly "id": string; readonly "title": string; readonly "days": number; readonly "covers": string; readonly "conditions": string; readonly "citation": string; readonly "verified": string })[] };

export type ScreenDetail = { readonly "name": string; readonly "status": "hit" | "clear" | "error"; readonly "more"?: boolean; readonly "error"?: string; readonly "on": Day; readonly "known": Day; readonly "register": string; readonly "listStandings": ListStandings; readonly "results": readonly ({ readonly "party": string; readonly "caption": string; readonly "schema": string; readonly "score": number; readonly "similarity": number; readonly "strength": number; readonly "match": boolean; readonly "matched": { readonly "query": string; readonly "name": string; readonly "kind": string }; readonly "explanation": string; readonly "pieces": readonly (MatchPiece)[]; readonly "listings": readonly ({ readonly "regime": string; readonly "short": string; readonly "from"?: string; readonly "seen"?: string; readonly "absent"?: string; readonly "until"?: string; readonly "state": "in force" | "ended" | "not yet" | "not known"; readonly "citation": string })[]; readonly "related": readonly (string)[] })[] };

export type ScreenRequestInput = { readonly "names"?: readonly (string)[]; readonly "file"?: { readonly "name": string; readonly "base64": string }; readonly "threshold"?: number; readonly "limit"?: number; readonly "on"?: DayInput; readonly "known"?: DayInput };

export type Screened = { readonly "on": Day; readonly "known": Day; readonly "register": string; readonly "listStandings": ListStandings; readonly "threshold": number; readonly "notices": readonly (string)[]; readonly "rows": readonly (ScreenedRow)[]; readonly "hits": number; readonly "errors": number };

export type ScreenedRow = { readonly "row": number; readonly "name": string; readonly "status": "hit" | "clear" | "error"; readonly "hits": number; readonly "more"?: boolean; readonly "best"?: { readonly "party": string; readonly "caption": string; readonly "score": number; readonly "strength": number; readonly "matched": string; readonly "kind": string; readonly "listed": readonly (string)[] }; readonly "error"?: string };

export type SearchResult = { readonly "query": string; readonly "on": Day; readonly "known": Day; readonly "register": string; readonly "parties": readonly (PartyHit)[]; readonly "device"?: DeviceHit; readonly "total": number; readonly "next"?: number };

export type Sensitivity = { readonly "portfolios": readonly ({ readonly "id": string; readonly "title": string; readonly "rows": readonly ({ readonly "what": string; readonly "group": string; readonly "dealings": number; readonly "values": readonly (Money)[] })[] })[] };

export type ShockLayout = { readonly "width": number; readonly "height": number; readonly "middle": { readonly "x": number; readonly "y": number }; readonly "core": number; readonly "rings": readonly ({ readonly "ring": string; readonly "radius": number })[]; readonly "marks": readonly ({ readonly "x": number; readonly "y": number; readonly "radius": number; readonly "line": string })[]; readonly "labels": readonly ({ readonly "mark": number; readonly "text": string; readonly "x": number; readonly "y": number; readonly "side": "start" | "end"; readonly "leader": string })[]; readonly "foremost": readonly (number)[] };

export type ShockMap = { readonly "epicentre": string; readonly "caption": string; readonly "marks": readonly (ShockMark)[]; readonly "wide": ShockLayout; readonly "narrow": ShockLayout };

export type ShockMark = { readonly "id": string; readonly "ring": "listed" | "owned" | "branded" | "yours"; readonly "label": string; readonly "kind"?: string; readonly "detail": string; readonly "before": Effect; readonly "after": Effect; readonly "count": number; readonly "values": readonly (Money)[]; readonly "because": string; readonly "citation": string; readonly "path": readonly (PathStep)[] };

export type Sources = { readonly "sources": Readonly<Record<string, string>> };

export type StandingEntry = { readonly "listed": string; readonly "listedName": string; readonly "from"?: Day; readonly "until"?: Day; readonly "seen"?: Day; readonly "citation": string; readonly "programs": readonly (string)[]; readonly "policy"?: string; readonly "requirement"?: string; readonly "dates"?: Readonly<Record<string, Day>>; readonly "via"?: string; readonly "certainty": "certain" | "undetermined"; readonly "settle"?: string; readonly "path": readonly (PathStep)[]; readonly "verified": string };

export type Status = { readonly "today": Day; readonly "known": Day; readonly "engine": string; readonly "register": string; readonly "parties": number; readonly "casebook": { readonly "parties": number; readonly "regimes": number; readonly "events": number }; readonly "lists": { readonly "held": number; readonly "stale": number; readonly "missing": number; readonly "newest"?: Day; readonly "warnings": readonly (string)[] }; readonly "portfolios": readonly ({ readonly "id": string; readonly "title": string; readonly "invented": boolean; readonly "assets": number })[]; readonly "scenarios": readonly ({ readonly "id": string; readonly "title": string; readonly "on": Day })[]; readonly "deadlines": readonly ({ readonly "day": Day; readonly "text": string; readonly "subjects": readonly (string)[]; readonly "verified": string })[]; readonly "reports": readonly ({ readonly "title": string; readonly "href": string })[] };

export type Today = { readonly "today": Day; readonly "since": Day; readonly "stale": number; readonly "portfolios": readonly (PortfolioNeeds)[] };

/** Assets of a portfolio that a changed entry may be about. */
export type TouchedPortfolio = { readonly "portfolio": string; readonly "title": string; readonly "assets": number; readonly "first": readonly ({ readonly "asset": string; readonly "label": string })[]; readonly "because": string; readonly "confidence": "certain" | "probable" | "possible" | "unknown" };

export type Vocabulary = { readonly "roles": readonly (Word)[]; readonly "activities": readonly (Word)[]; readonly "jurisdictions": readonly (Word)[]; readonly "itemKinds": readonly (Word)[]; readonly "facts": readonly (FactWord)[]; readonly "usual": Readonly<Record<string, readonly (string)[]>>; readonly "regimes": readonly ({ readonly "id": string; readonly "short": string; readonly "name": string; readonly "jurisdiction": string })[] };

export type Word = { readonly "word": string; readonly "says": string; readonly "phrase"?: string };

export type World = { readonly "observations": readonly ({ readonly "id": string; readonly "claim": string; readonly "value": string; readonly "unit": string; readonly "subject": string; readonly "place": string; readonly "country"?: string; readonly "asOf": string; readonly "whoSays": string; readonly "system": string; readonly "caution"?: string; readonly "provenance": Provenance })[]; readonly "story": readonly ({ readonly "id": string; readonly "day": string; readonly "dayText": string; readonly "status": string; readonly "text": string; readonly "regimes": readonly (string)[]; readonly "provenance": Provenance })[]; readonly "sources": Readonly<Record<string, string>> };

/** What each address answers. */

export interface Answers {
  'DELETE /v1/jobs/{id}': Job;
  'DELETE /v1/portfolios/{id}': { readonly "removed": string };
  'GET /v1/diff': ListsDelta;
  'GET /v1/jobs/{id}': Job;
  'GET /v1/jobs/{id}/result': unknown;
  'GET /v1/listings': { readonly "on": Day; readonly "known": Day; readonly "register": string; readonly "listings": readonly (Listing)[]; readonly "next"?: number };
  'GET /v1/lists': Lists;
  'GET /v1/parties/{id}': Party;
  'GET /v1/parties/{id}/owners': Owners;
  'GET /v1/portfolios': PortfolioList;
  'GET /v1/portfolios/{id}': Portfolio;
  'GET /v1/portfolios/{id}/assets/{asset}': Asset;
  'GET /v1/rehearse': Rehearsal;
  'GET /v1/rehearse/sensitivity': Sensitivity;
  'GET /v1/scenarios': Scenarios;
  'GET /v1/screen/jobs/{id}/rows': { readonly "on": Day; readonly "known": Day; readonly "register": string; readonly "listStandings": ListStandings; readonly "rows": readonly (ScreenedRow)[]; readonly "next"?: number };
  'GET /v1/screen/jobs/{id}/rows/{row}': ScreenDetail;
  'GET /v1/search': SearchResult;
  'GET /v1/sources': Sources;
  'GET /v1/status': Status;
  'GET /v1/today': Today;
  'GET /v1/vocabulary': Vocabulary;
  'GET /v1/world': World;
  'POST /v1/ask': Answer;
  'POST /v1/portfolios/preview': PortfolioPreview;
  'POST /v1/screen': Screened;
  'POST /v1/screen/one': ScreenDetail;
}
