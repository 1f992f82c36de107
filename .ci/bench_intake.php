<?php

// The peer of soh-intake in its benchmark: takes the same report, checks little, and writes the same rows. Each report
// is a transaction of its own, and on disk when it is answered.

declare(strict_types=1);

// The text questions and the choices, with whether they must be answered. Lists are choices of which several count.
const TEXTS = ['road' => 100, 'town' => 60];
const LISTS = ['cause' => true, 'environment' => false, 'behaviour' => false];
const CHOICES = ['time-of-day' => true, 'age-band' => false, 'gender' => false];
const LONGEST_CHOICE = 40;

// Crockford's base 32, as in the references of soh-intake.
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LETTERS = 'GWE-STS';

// What stands in the place of a clock where none runs.
const NEVER = 253402300799;
const HOUR = 3600;
const BUSY_MILLISECONDS = 5000;

function field(string $name, int $longest, bool $isNeeded): ?string
{
    $value = trim($_POST[$name] ?? '');
    // UTF-8 of at most so many characters, or nothing. Debian ships what counts characters in a package of its own.
    if (!preg_match("/^.{0,$longest}\\z/su", $value) || ($isNeeded && $value === '')) {
        refuse();
    }
    return $value === '' ? null : $value;
}

function refuse(): never
{
    http_response_code(422);
    exit;
}

/** The answers of the one step, in the order of their names. */
function answers(): array
{
    $answers = [];
    foreach (TEXTS as $name => $longest) {
        $answers[$name] = field($name, $longest, true);
    }
    foreach (CHOICES as $name => $isNeeded) {
        $answers[$name] = field($name, LONGEST_CHOICE, $isNeeded);
    }
    foreach (LISTS as $name => $isNeeded) {
        $value = field($name, LONGEST_CHOICE, $isNeeded);
        $answers[$name] = $value === null ? null : [$value];
    }
    $answers = array_filter($answers, fn ($value) => $value !== null);
    ksort($answers);
    return $answers;
}

/** Twelve random symbols and their check symbol, in GF(32) with the polynomial x^5 + x^2 + 1. */
function reference(): string
{
    $symbols = '';
    $register = 0;
    foreach (unpack('C12', random_bytes(12)) as $byte) {
        $value = $byte & 31;
        $symbols .= ALPHABET[$value];
        $register = ($register ^ $value) << 1;
        $register = $register & 32 ? $register ^ 37 : $register;
    }
    return LETTERS . '-' . implode('-', str_split($symbols . ALPHABET[$register], 4));
}

function write(PDO $database, string $sql, array $values): void
{
    $statement = $database->prepare($sql);
    foreach ($values as $place => $value) {
        $statement->bindValue($place + 1, $value, is_int($value) ? PDO::PARAM_INT : PDO::PARAM_STR);
    }
    $statement->execute();
}

$definition = $_POST['_definition'] ?? '';
if (strlen($definition) !== 64 || !ctype_xdigit($definition)) {
    refuse();
}
$answers = answers();
$json = json_encode(['place' => $answers], JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE);
$reference = reference();
$now = time();
$hour = intdiv($now, HOUR) * HOUR;
$fingerprint = substr(hash_hmac('sha256', "$definition $json " . intdiv($now, 60), $_SERVER['PEER_KEY'], true), 0, 16);

$database = new PDO("sqlite:{$_SERVER['PEER_DATABASE']}", options: [
    PDO::ATTR_PERSISTENT => true,
    PDO::ATTR_ERRMODE => PDO::ERRMODE_EXCEPTION,
]);
$database->exec('PRAGMA busy_timeout = ' . BUSY_MILLISECONDS . '; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON');
$database->exec('BEGIN IMMEDIATE');
try {
    $sql = "INSERT INTO cases (reference, form, status, is_anonymous, received, due)
        VALUES (?, 'streetsafe', 'new', 1, ?, ?)";
    write($database, $sql, [$reference, $hour, NEVER]);
    $case = (int) $database->lastInsertId();
    $sql = "INSERT INTO submissions (case_id, definition, language, channel, received, answers, signals, draft)
        VALUES (?, ?, 'en', 'web', ?, ?, '[]', ?)";
    write($database, $sql, [$case, $definition, $hour, $json, bin2hex(random_bytes(32))]);
    write($database, "INSERT INTO events (case_id, kind, time) VALUES (?, 'received', ?)", [$case, $hour]);
    $insert = $database->prepare('INSERT OR REPLACE INTO repeats (fingerprint, case_id, until) VALUES (?, ?, ?)');
    $insert->bindValue(1, $fingerprint, PDO::PARAM_LOB);
    $insert->bindValue(2, $case, PDO::PARAM_INT);
    $insert->bindValue(3, $hour + 2 * HOUR, PDO::PARAM_INT);
    $insert->execute();
    write($database, 'INSERT INTO search (rowid, reference, narrative) VALUES (?, ?, ?)', [
        $case, $reference, "{$answers['road']}\n{$answers['town']}",
    ]);
    $database->exec('COMMIT');
} catch (Throwable $error) {
    $database->exec('ROLLBACK');
    throw $error;
}
header("Location: /forms/streetsafe/done/$reference", true, 303);
header('Cache-Control: no-store');
