-- AlterTable
ALTER TABLE "Decision" ADD COLUMN     "variation" JSONB;

-- AlterTable
ALTER TABLE "Shop" DROP COLUMN "highAovFrom",
ADD COLUMN     "valueBorders" BIGINT[];
