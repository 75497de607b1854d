/* The same work with libical 3: what overlaps the window, one JSON line an occurrence.
 *
 *     libical_peer 20270301T000000Z 20270315T000000Z SOURCE...
 *
 * A source is an .ics file or a folder of them. Floating times are taken as UTC.
 *
 * The rules are expanded by icalcomponent_foreach_recurrence, libical's own way (it jumps to the window where
 * a rule has no COUNT). Two things that it leaves to its caller are done here, so that the answers are right:
 * instances that an override replaces are left out, and the newest SEQUENCE of a UID counts. Two that it gets
 * wrong are done here instead: RDATE (its TZID is ignored and periods are not read) and the end of what is all-day.
 */
#include <dirent.h>
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

static struct icaltimetype window_start, window_end;
static time_t window_from, window_to;

/* What is known of one instance of one UID, or of a whole series (no RECURRENCE-ID). */
struct entry {
    const char *uid;
    time_t instance;
    int is_series;
    int sequence;
    icalcomponent *newest;
    struct entry *next;
};

struct table {
    size_t size;
    struct entry **rows;
};

static unsigned long hash(const char *uid, time_t instance, int is_series)
{
    unsigned long value = 5381 + (unsigned long)instance * 31 + (unsigned long)is_series;
    while (*uid)
        value = value * 33 + (unsigned char)*uid++;
    return value;
}

static struct entry *find(const struct table *table, const char *uid, time_t instance, int is_series)
{
    struct entry *each = table->rows[hash(uid, instance, is_series) & (table->size - 1)];
    while (each && (each->instance != instance || each->is_series != is_series || strcmp(each->uid, uid) != 0))
        each = each->next;
    return each;
}

static time_t moment(struct icaltimetype when)
{
    return icaltime_as_timet_with_zone(when, when.zone ? when.zone : icaltimezone_get_utc_timezone());
}

/* The instance that an override replaces; get_recurrenceid would ignore the TZID. */
static time_t instance_of(icalcomponent *event)
{
    icalproperty *property = icalcomponent_get_first_property(event, ICAL_RECURRENCEID_PROPERTY);
    return property ? moment(icalproperty_get_datetime_with_component(property, event)) : 0;
}

static void note(struct table *table, icalcomponent *event)
{
    const char *uid = icalcomponent_get_uid(event);
    int sequence = icalcomponent_get_sequence(event);
    int is_series = icalcomponent_get_first_property(event, ICAL_RECURRENCEID_PROPERTY) == NULL;
    time_t instance = instance_of(event);
    struct entry *known = find(table, uid, instance, is_series);
    if (known) {
        if (sequence >= known->sequence) {
            known->sequence = sequence;
            known->newest = event;
        }
        return;
    }
    struct entry **row = &table->rows[hash(uid, instance, is_series) & (table->size - 1)];
    struct entry *made = malloc(sizeof *made);
    if (!made)
        abort();
    *made = (struct entry){uid, instance, is_series, sequence, event, *row};
    *row = made;
}

static struct table index_events(icalcomponent *calendar)
{
    size_t count = (size_t)icalcomponent_count_components(calendar, ICAL_VEVENT_COMPONENT);
    struct table table = {16, NULL};
    while (table.size < 2 * count)
        table.size *= 2;
    table.rows = calloc(table.size, sizeof *table.rows);
    if (!table.rows)
        abort();
    icalcomponent *each = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT);
    for (; each; each = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT))
        note(&table, each);
    return table;
}

static void forget(struct table *table)
{
    for (size_t row = 0; row < table->size; row++) {
        while (table->rows[row]) {
            struct entry *next = table->rows[row]->next;
            free(table->rows[row]);
            table->rows[row] = next;
        }
    }
    free(table->rows);
}

static void write_string(const char *text)
{
    putchar('"');
    for (; *text; text++) {
        if (*text == '"' || *text == '\\')
            putchar('\\');
        putchar(*text);
    }
    putchar('"');
}

static void write_moment(time_t when, int is_date)
{
    char text[40];
    struct tm parts;
    gmtime_r(&when, &parts);
    strftime(text, sizeof text, is_date ? "%Y-%m-%d" : "%Y-%m-%dT%H:%M:%SZ", &parts);
    printf(", \"%s\"", text);
}

struct series {
    const struct table *table;
    const char *uid;
    int is_series;
    int is_date;
    time_t length;
};

static void print_instance(const struct series *series, time_t start, time_t length)
{
    time_t end = start + length;
    int touches = length > 0 ? start < window_to && end > window_from : start < window_to && start >= window_from;
    if (!touches || (series->is_series && find(series->table, series->uid, start, 0)))
        return;
    putchar('[');
    write_string(series->uid);
    write_moment(start, series->is_date);
    write_moment(end, series->is_date);
    puts("]");
}

static void on_recurrence(icalcomponent *event, struct icaltime_span *span, void *data)
{
    const struct series *series = data;
    (void)event;
    print_instance(series, span->start, series->length);
}

static struct icaltimetype with_zone_of(icaltimetype when, icalproperty *property, icalcomponent *calendar)
{
    icalparameter *parameter = icalproperty_get_first_parameter(property, ICAL_TZID_PARAMETER);
    if (parameter && !when.zone) {
        const char *tzid = icalparameter_get_tzid(parameter);
        icaltimezone *zone = icalcomponent_get_timezone(calendar, tzid);
        when.zone = zone ? zone : icaltimezone_get_builtin_timezone(tzid);
    }
    return when;
}

static void print_dates(icalcomponent *calendar, icalcomponent *event, const struct series *series)
{
    struct icaltimetype first = icalcomponent_get_dtstart(event);
    icalproperty *each = icalcomponent_get_first_property(event, ICAL_RDATE_PROPERTY);
    for (; each; each = icalcomponent_get_next_property(event, ICAL_RDATE_PROPERTY)) {
        struct icaldatetimeperiodtype date = icalproperty_get_rdate(each);
        time_t length = series->length;
        struct icaltimetype start = date.time;
        if (icaltime_is_null_time(start)) {
            start = date.period.start;
            length = icaltime_is_null_time(date.period.end) ? icaldurationtype_as_int(date.period.duration)
                                                            : moment(date.period.end) - moment(start);
        }
        start = with_zone_of(start, each, calendar);
        if (!icalproperty_recurrence_is_excluded(event, &first, &start))
            print_instance(series, moment(start), length);
    }
}

/* Days and weeks by the calendar, hours and less as elapsed time (RFC 5545 3.3.6). */
static time_t after(struct icaltimetype start, struct icaldurationtype length)
{
    icaltime_adjust(&start, (int)(length.weeks * 7 + length.days), 0, 0, 0);
    return moment(start) + (time_t)(length.hours * 3600 + length.minutes * 60 + length.seconds);
}

static time_t length_of(icalcomponent *event, struct icaltimetype start)
{
    if (icalcomponent_get_first_property(event, ICAL_DTEND_PROPERTY))
        return moment(icalcomponent_get_dtend(event)) - moment(start);
    if (icalcomponent_get_first_property(event, ICAL_DURATION_PROPERTY))
        return after(start, icalcomponent_get_duration(event)) - moment(start);
    return start.is_date ? 24 * 60 * 60 : 0;
}

static void drop_dates(icalcomponent *event)
{
    icalproperty *each;
    while ((each = icalcomponent_get_first_property(event, ICAL_RDATE_PROPERTY)) != NULL) {
        icalcomponent_remove_property(event, each);
        icalproperty_free(each);
    }
}

static void print_event(icalcomponent *calendar, const struct table *table, icalcomponent *event)
{
    struct series series = {table, icalcomponent_get_uid(event), 0, 0, 0};
    int is_series = icalcomponent_get_first_property(event, ICAL_RECURRENCEID_PROPERTY) == NULL;
    time_t instance = instance_of(event);
    if (find(table, series.uid, instance, is_series)->newest != event)
        return;
    struct icaltimetype start = icalcomponent_get_dtstart(event);
    series.is_series = is_series;
    series.is_date = start.is_date;
    series.length = length_of(event, start);
    if (icalcomponent_get_first_property(event, ICAL_RDATE_PROPERTY)) {
        print_dates(calendar, event, &series);
        drop_dates(event);
    }
    icalcomponent_foreach_recurrence(event, window_start, window_end, on_recurrence, &series);
}

/* A single calendar is left to the end of the process, as a program that is done would do. */
static void print_file(const char *path, int more_follow)
{
    FILE *file = fopen(path, "rb");
    if (!file) {
        perror(path);
        exit(3);
    }
    struct stat status;
    fstat(fileno(file), &status);
    char *text = malloc((size_t)status.st_size + 1);
    if (!text || fread(text, 1, (size_t)status.st_size, file) != (size_t)status.st_size) {
        perror(path);
        exit(3);
    }
    text[status.st_size] = 0;
    fclose(file);
    icalcomponent *calendar = icalparser_parse_string(text);
    free(text);
    struct table table = index_events(calendar);
    icalcomponent *each = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT);
    for (; each; each = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT))
        print_event(calendar, &table, each);
    if (more_follow) {
        forget(&table);
        icalcomponent_free(calendar);
    }
}

static void print_source(const char *source)
{
    DIR *folder = opendir(source);
    if (!folder) {
        print_file(source, 0);
        return;
    }
    for (struct dirent *each = readdir(folder); each; each = readdir(folder)) {
        size_t length = strlen(each->d_name);
        char path[4096];
        if (length < 4 || strcmp(each->d_name + length - 4, ".ics") != 0)
            continue;
        snprintf(path, sizeof path, "%s/%s", source, each->d_name);
        print_file(path, 1);
    }
    closedir(folder);
}

int main(int argc, char **argv)
{
    if (argc < 4) {
        fputs("usage: libical_peer 20270301T000000Z 20270315T000000Z SOURCE...\n", stderr);
        return 2;
    }
    window_start = icaltime_from_string(argv[1]);
    window_end = icaltime_from_string(argv[2]);
    window_from = moment(window_start);
    window_to = moment(window_end);
    for (int each = 3; each < argc; each++)
        print_source(argv[each]);
    return 0;
}
