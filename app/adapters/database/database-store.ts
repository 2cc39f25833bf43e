import type { PrismaClient } from '@prisma/client';
import type { Store } from '#flows/ports';
import { activityMethods } from './activity';
import { personStoryMethods } from './activity-person';
import { beginSendingMethods } from './begin-sending';
import { browseMethods } from './browse';
import { createCatalogueCache } from './catalogue-cache';
import { claimMethods } from './claim-touches';
import { claimSignOffMethods } from './claim-sign-offs';
import { creditMethods } from './credits';
import { dataRequestMethods } from './data-requests';
import { decisionMethods } from './decisions';
import { emailEventMethods } from './email-events';
import { enrolmentFactsMethods } from './enrolment-facts';
import { enrolmentMethods } from './enrolments';
import type { EnqueueJob } from './enqueue-job';
import { exitMethods } from './exit-enrolments';
import { finishTouchMethods } from './finish-touch';
import { forgetDetailsMethods } from './forget-details';
import { guardrailMethods } from './guardrails';
import { homeMethods } from './home';
import { importMethods } from './imports';
import { inboxMethods } from './inbox';
import { leaseMethods } from './leases';
import { liftMethods } from './outcomes';
import { offerSourceMethods } from './offer-sources';
import { orderMethods } from './orders';
import { pairCountMethods } from './pair-counts';
import { createPairingCache } from './pairing-cache';
import { pairingListMethods } from './pairing-list';
import { pairingOverrideMethods } from './pairing-overrides';
import { pairingMethods } from './pairings';
import { personalDataMethods } from './personal-data';
import { privacyMethods } from './privacy';
import { productCategoryMethods } from './product-categories';
import { productMethods } from './products';
import { reportMethods } from './report';
import { pairingResultMethods } from './pairing-result';
import { scheduleMethods } from './schedule';
import { sendingAccountMethods } from './sending-accounts';
import { sentOfferMethods } from './sent-offers';
import { segmentMethods } from './segments';
import { sequenceMethods } from './sequences';
import { settingsMethods } from './settings';
import { shopMethods } from './shops';
import { subscriptionCountMethods } from './subscription-counts';
import { suppressionListMethods } from './suppression-list';
import { suppressionLoadMethods } from './suppression-load';
import { suppressionMethods } from './suppressions';
import { testEmailMethods } from './test-emails';
import { touchFactsMethods } from './touch-facts';
import { valueBorderMethods } from './value-borders';

/** The store on PostgreSQL; one file per topic. */
export function createDatabaseStore(database: {
  readonly prisma: PrismaClient;
  readonly enqueue: EnqueueJob;
}): Store {
  const { prisma, enqueue } = database;
  const [catalogues, pairings] = [createCatalogueCache(prisma), createPairingCache(prisma)];
  return {
    ...shopMethods(prisma),
    ...settingsMethods(prisma),
    ...inboxMethods(prisma),
    ...orderMethods(prisma),
    ...productMethods(prisma, catalogues),
    ...productCategoryMethods(prisma),
    ...pairingMethods(prisma, pairings),
    ...offerSourceMethods(prisma, catalogues, pairings),
    ...pairCountMethods(prisma),
    ...pairingListMethods(prisma),
    ...pairingOverrideMethods(prisma),
    ...enrolmentFactsMethods(prisma),
    ...enrolmentMethods(prisma),
    ...exitMethods(prisma),
    ...claimMethods(prisma),
    ...leaseMethods(prisma),
    ...touchFactsMethods(prisma),
    ...beginSendingMethods(prisma),
    ...finishTouchMethods(prisma),
    ...decisionMethods(prisma),
    ...emailEventMethods(prisma),
    ...suppressionMethods(prisma),
    ...suppressionListMethods(prisma),
    ...suppressionLoadMethods(prisma),
    ...sendingAccountMethods(prisma),
    ...sentOfferMethods(prisma),
    ...creditMethods(prisma),
    ...guardrailMethods(prisma),
    ...liftMethods(prisma),
    ...pairingResultMethods(prisma),
    ...reportMethods(prisma),
    ...subscriptionCountMethods(prisma),
    ...homeMethods(prisma),
    ...privacyMethods(prisma),
    ...personalDataMethods(prisma),
    ...forgetDetailsMethods(prisma),
    ...dataRequestMethods(prisma),
    ...segmentMethods(prisma),
    ...valueBorderMethods(prisma),
    ...sequenceMethods(prisma),
    ...testEmailMethods(prisma),
    ...scheduleMethods(prisma, enqueue),
    ...importMethods(prisma),
    ...activityMethods(prisma),
    ...browseMethods(prisma),
    ...personStoryMethods(prisma),
    ...claimSignOffMethods(prisma),
  };
}
